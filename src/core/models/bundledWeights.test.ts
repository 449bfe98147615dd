import { describe, expect, it } from 'vitest';
import { filesForFormat, shippedFormats, weightsFileOf } from './bundledWeights.ts';

const file = (path: string) => ({ path, bytes: 1, sha256: path.padEnd(64, '0') });
const halves = [file('config.json'), file('onnx/model_q4.onnx'), file('onnx/model_fp16.onnx')];

describe('the number formats of a bundled model', () => {
  it('are those its card lists, the one to run in first', () => {
    expect(shippedFormats(halves)).toEqual(['fp16', 'q4']);
    expect(shippedFormats([...halves, file('onnx/model.onnx')])).toEqual(['fp32', 'fp16', 'q4']);
    expect(shippedFormats([file('config.json')])).toEqual([]);
  });

  it('have one weights file each', () => {
    expect(weightsFileOf(halves, 'q4')?.path).toBe('onnx/model_q4.onnx');
    expect(weightsFileOf(halves, 'fp32')).toBeUndefined();
    expect(weightsFileOf(halves, 'q8')).toBeUndefined();
  });

  it('do not bring the weights of another along', () => {
    expect(filesForFormat(halves, 'fp16').map(({ path }) => path)).toEqual([
      'config.json',
      'onnx/model_fp16.onnx',
    ]);
  });
});
