import { describe, expect, it } from 'vitest';
import { decodeWeightsFile, encodeWeightsFile } from './weightsFile.ts';

const file = {
  weights: new Map([
    ['a', { shape: [2, 2], data: new Float32Array([1, -2.5, 3e-9, Infinity]) }],
    ['b/c', { shape: [1], data: new Float32Array([7]) }],
  ]),
  metadata: { step: '12' },
};

describe('a weights file', () => {
  it('gives back what was written', () => {
    expect(decodeWeightsFile(encodeWeightsFile(file))).toEqual({ ok: true, file });
  });

  it('is laid out as safetensors: length, header padded to 8, little-endian values', () => {
    const bytes = encodeWeightsFile(file);
    const view = new DataView(bytes.buffer);
    const headerLength = Number(view.getBigUint64(0, true));
    expect(headerLength % 8).toBe(0);
    const header: unknown = JSON.parse(
      new TextDecoder().decode(bytes.subarray(8, 8 + headerLength)),
    );
    expect(header).toMatchObject({
      __metadata__: { step: '12' },
      a: { dtype: 'F32', shape: [2, 2], data_offsets: [0, 16] },
      'b/c': { dtype: 'F32', shape: [1], data_offsets: [16, 20] },
    });
    expect(view.getFloat32(8 + headerLength + 4, true)).toBe(-2.5);
  });

  it('says what is wrong with bytes that are none', () => {
    const bytes = encodeWeightsFile(file);
    const errorOf = (broken: Uint8Array) => {
      const result = decodeWeightsFile(broken);
      return result.ok ? 'read' : result.error;
    };
    expect(errorOf(bytes.subarray(0, 4))).toContain('8 bytes');
    expect(errorOf(bytes.subarray(0, bytes.length - 1))).toContain('"b/c"');
    expect(errorOf(new Uint8Array(16).fill(255))).toContain('header');
    const notJson = bytes.slice();
    notJson[8] = 0x2f;
    expect(errorOf(notJson)).toContain('not JSON');
  });
});
