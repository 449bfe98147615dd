/**
 * The shape of a Llama-shaped decoder: token embedding tied to the output, RMSNorm, rotary positions, grouped-query
 * attention and a SwiGLU block. Sizes are counts of units, not bytes.
 */
export interface ModelShape {
  readonly vocabSize: number;
  /** Width of the residual stream. */
  readonly hidden: number;
  readonly layers: number;
  /** Query heads; a multiple of `kvHeads`. */
  readonly heads: number;
  readonly kvHeads: number;
  /** Width of one head; even, since rotary positions turn pairs. */
  readonly headDim: number;
  /** Width of the SwiGLU block. */
  readonly mlp: number;
  readonly maxPositions: number;
  readonly ropeTheta: number;
  readonly rmsEps: number;
}

export interface Tensor {
  readonly shape: readonly number[];
  /** Row-major, as many values as the product of `shape`. */
  readonly data: Float32Array<ArrayBuffer>;
}

/**
 * Weights by name: `embed` [V,d], `layers.i.{attn_norm[d], q[d,h*hd], k[d,g*hd], v[d,g*hd], o[h*hd,d], mlp_norm[d],
 * gate[d,f], up[d,f], down[f,d]}`, `final_norm` [d]. Linear weights are stored [in, out], so a layer computes `x @ W`.
 */
export type Weights = Map<string, Tensor>;

export interface WeightSpec {
  readonly name: string;
  readonly shape: readonly number[];
  /** What the weight does, which decides its initial values and its weight decay. */
  readonly kind: 'embedding' | 'norm' | 'linear' | 'residual';
}

/** Every weight of a shape, in the one order in which files and optimisers keep them. */
export function weightSpecs(shape: ModelShape): WeightSpec[] {
  const { hidden, mlp } = shape;
  const queryWidth = shape.heads * shape.headDim;
  const kvWidth = shape.kvHeads * shape.headDim;
  const specs: WeightSpec[] = [
    { name: 'embed', shape: [shape.vocabSize, hidden], kind: 'embedding' },
  ];
  for (let layer = 0; layer < shape.layers; layer++) {
    const at = `layers.${String(layer)}.`;
    specs.push(
      { name: `${at}attn_norm`, shape: [hidden], kind: 'norm' },
      { name: `${at}q`, shape: [hidden, queryWidth], kind: 'linear' },
      { name: `${at}k`, shape: [hidden, kvWidth], kind: 'linear' },
      { name: `${at}v`, shape: [hidden, kvWidth], kind: 'linear' },
      { name: `${at}o`, shape: [queryWidth, hidden], kind: 'residual' },
      { name: `${at}mlp_norm`, shape: [hidden], kind: 'norm' },
      { name: `${at}gate`, shape: [hidden, mlp], kind: 'linear' },
      { name: `${at}up`, shape: [hidden, mlp], kind: 'linear' },
      { name: `${at}down`, shape: [mlp, hidden], kind: 'residual' },
    );
  }
  specs.push({ name: 'final_norm', shape: [hidden], kind: 'norm' });
  return specs;
}

/** Number of values in a tensor of this shape. */
export function elementCount(shape: readonly number[]): number {
  return shape.reduce((product, size) => product * size, 1);
}

/** Trainable parameters; the tied embedding counts once. */
export function parameterCount(shape: ModelShape): number {
  return weightSpecs(shape).reduce((sum, spec) => sum + elementCount(spec.shape), 0);
}
