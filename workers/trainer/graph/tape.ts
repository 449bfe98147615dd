import type {
  Attribute,
  ElementType,
  OnnxConstant,
  OnnxNode,
  OnnxValue,
} from '../onnx/onnxModel.ts';

const MICROSOFT = 'com.microsoft';

/** Operator sets of the nodes that a tape writes. */
export const TAPE_OPSETS = { '': 18, [MICROSOFT]: 1 } as const;

type Attributes = Readonly<Record<string, number>>;

/** Attributes that are floats; all others are integers. */
const FLOATS: ReadonlySet<string> = new Set(['alpha', 'epsilon']);

function numbers(given: Attributes): Record<string, Attribute> {
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => [
      name,
      { kind: FLOATS.has(name) ? 'float' : 'int', value },
    ]),
  );
}

const ADD: Attribute = { kind: 'string', value: 'add' };

/** A value of the graph by its name. */
export type Value = string;

/**
 * Writes ONNX nodes forward and remembers how to write their derivatives: `backward` then appends, last operator first,
 * the nodes that carry the gradient of a scalar back to every value it came from (reverse-mode differentiation, Linnainmaa
 * 1970). All shapes are known when the graph is written.
 */
export class Tape {
  readonly #inputs: OnnxValue[] = [];
  readonly #constants: OnnxConstant[] = [];
  readonly #nodes: OnnxNode[] = [];
  readonly #gradients = new Map<Value, Value>();
  readonly #derivatives: (() => void)[] = [];
  #count = 0;

  get inputs(): readonly OnnxValue[] {
    return this.#inputs;
  }

  get constants(): readonly OnnxConstant[] {
    return this.#constants;
  }

  get nodes(): readonly OnnxNode[] {
    return this.#nodes;
  }

  input(name: string, type: ElementType, dims: readonly number[]): Value {
    this.#inputs.push({ name, type, dims });
    return name;
  }

  /** A vector of whole numbers: axes, sizes. */
  integers(...values: readonly number[]): Value {
    const name = this.#fresh('integers');
    const data = BigInt64Array.from(values, BigInt);
    this.#constants.push({ name, dims: [values.length], data });
    return name;
  }

  float(value: number): Value {
    const name = this.#fresh('float');
    this.#constants.push({ name, dims: [1], data: Float32Array.of(value) });
    return name;
  }

  /** A table of floats, row-major. */
  table(data: Float32Array<ArrayBuffer>, dims: readonly number[]): Value {
    const name = this.#fresh('table');
    this.#constants.push({ name, dims, data });
    return name;
  }

  /** One operator with one output that counts, without a derivative. */
  op(opType: string, inputs: readonly Value[], attributes: Attributes = {}): Value {
    return this.#write(opType, '', inputs, numbers(attributes));
  }

  /** The same for an operator of com.microsoft. */
  microsoft(opType: string, inputs: readonly Value[], attributes: Attributes = {}): Value {
    return this.#write(opType, MICROSOFT, inputs, numbers(attributes));
  }

  /** Gives a value the name of an output. */
  name(value: Value, name: string): void {
    this.#nodes.push({ name, opType: 'Identity', inputs: [value], outputs: [name] });
  }

  reshape(value: Value, ...dims: readonly number[]): Value {
    return this.op('Reshape', [value, this.integers(...dims)]);
  }

  /** Sum over one axis, which stays with size 1 where `keep`. */
  sum(value: Value, axis: number, keep = true): Value {
    return this.op('ReduceSum', [value, this.integers(axis)], { keepdims: keep ? 1 : 0 });
  }

  /** Zeros [rows, width] with `rows` of `updates` added at `indices` (int64 [n]), which may repeat. */
  scatterRows(indices: Value, updates: Value, rows: number, width: number): Value {
    const zeros = this.op('ConstantOfShape', [this.integers(rows, width)]);
    const places = this.op('Unsqueeze', [indices, this.integers(-1)]);
    return this.#write('ScatterND', '', [zeros, places, updates], { reduction: ADD });
  }

  /** Adds one update to each row of data [n, classes], at its column (int64 [n, 1]). */
  scatterElements(data: Value, columns: Value, updates: Value): Value {
    return this.#write('ScatterElements', '', [data, columns, updates], {
      axis: { kind: 'int', value: 1 },
      reduction: ADD,
    });
  }

  permute(value: Value, axes: readonly number[]): Value {
    return this.#write('Transpose', '', [value], { perm: { kind: 'ints', values: axes } });
  }

  /** The first `count` along an axis. */
  first(value: Value, axis: number, count: number): Value {
    const [start, end, at] = [0, count, axis].map((number) => this.integers(number));
    return this.op('Slice', [value, start ?? '', end ?? '', at ?? '']);
  }

  /** Remembers how the gradient of `output` goes on to what it was made of; not called where it has none. */
  differentiate(output: Value, derivative: (gradient: Value) => void): void {
    this.#derivatives.push(() => {
      const gradient = this.#gradients.get(output);
      if (gradient !== undefined) derivative(gradient);
    });
  }

  addGradient(value: Value, gradient: Value): void {
    const known = this.#gradients.get(value);
    this.#gradients.set(value, known === undefined ? gradient : this.op('Add', [known, gradient]));
  }

  /** Writes all derivatives. Losses have put theirs into what they are made of already, with `addGradient`. */
  backward(): void {
    for (const derivative of this.#derivatives.toReversed()) derivative();
  }

  /** @throws RangeError for a value that no loss depends on. */
  gradientOf(value: Value): Value {
    const gradient = this.#gradients.get(value);
    if (gradient === undefined) throw new RangeError(`No loss depends on "${value}".`);
    return gradient;
  }

  #fresh(kind: string): string {
    this.#count++;
    return `${kind}.${String(this.#count)}`;
  }

  #write(
    opType: string,
    domain: string,
    inputs: readonly Value[],
    attributes: Readonly<Record<string, Attribute>>,
  ): Value {
    const name = this.#fresh(opType);
    this.#nodes.push({ name, opType, domain, inputs, outputs: [name], attributes });
    return name;
  }
}
