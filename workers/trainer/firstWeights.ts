import {
  elementCount,
  type ModelShape,
  type Weights,
  type WeightSpec,
} from '../../src/core/models/shape.ts';
import { createRandom } from '../../src/core/random.ts';

/**
 * Seeded first weights, scaffolds included: norms 1, the rest normal. A matrix has deviation 1/sqrt(inputs), so that it keeps its input's scale
 * at any width; one that writes to the residual stream has that divided by sqrt(2 x layers) (GPT-2), so that the stream
 * does not grow with depth; the embedding has 1/sqrt(hidden), which starts the tied output at logits of deviation 1.
 */
export function firstWeights(
  shape: ModelShape,
  specs: readonly WeightSpec[],
  seed: string,
): Weights {
  const random = createRandom(`${seed}/weights`);
  return new Map(
    specs.map((spec) => {
      const data = new Float32Array(elementCount(spec.shape));
      const deviation = firstDeviation(shape, spec);
      // Box-Muller, one draw of two values at a time.
      for (let i = 0; i < data.length; i += 2) {
        const radius = Math.sqrt(-2 * Math.log(1 - random.next())) * deviation;
        const angle = 2 * Math.PI * random.next();
        data[i] = radius * Math.cos(angle);
        if (i + 1 < data.length) data[i + 1] = radius * Math.sin(angle);
      }
      if (spec.kind === 'norm') data.fill(1);
      return [spec.name, { shape: spec.shape, data }];
    }),
  );
}

/**
 * Queries and keys start smaller: scores near 0 leave attention open, where scores of deviation 1 fix it at random, and
 * matching a question with a sentence is then learned late or never.
 */
const SCORE_SCALE = 0.25;

function isScore(name: string): boolean {
  return name.endsWith('.q') || name.endsWith('.k');
}

function firstDeviation(shape: ModelShape, spec: WeightSpec): number {
  const [inputs = 1] = spec.shape;
  switch (spec.kind) {
    case 'norm':
      return 0;
    case 'embedding':
      return 1 / Math.sqrt(shape.hidden);
    case 'linear':
      return (isScore(spec.name) ? SCORE_SCALE : 1) / Math.sqrt(inputs);
    case 'residual':
      return 1 / Math.sqrt(inputs * 2 * shape.layers);
  }
}
