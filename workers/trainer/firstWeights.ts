import {
  elementCount,
  weightSpecs,
  type ModelShape,
  type Weights,
} from '../../src/core/models/shape.ts';
import { createRandom } from '../../src/core/random.ts';

const DEVIATION = 0.02;

/**
 * Seeded first weights: norms 1, the rest normal with deviation 0.02, where a matrix that writes to the residual stream
 * has it divided by sqrt(2 x layers) (GPT-2), so that the stream does not grow with depth.
 */
export function firstWeights(shape: ModelShape, seed: string): Weights {
  const random = createRandom(`${seed}/weights`);
  const residual = DEVIATION / Math.sqrt(2 * shape.layers);
  return new Map(
    weightSpecs(shape).map((spec) => {
      const data = new Float32Array(elementCount(spec.shape));
      const deviation = spec.kind === 'residual' ? residual : DEVIATION;
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
