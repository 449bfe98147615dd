import { expect, test } from 'vitest';
import { fromHalf, halfFloats } from './halfFloats.ts';

test('float16 bits are those of numpy', () => {
  // numpy: np.array([...], np.float32).astype(np.float16).view(np.uint16)
  const values = [0, 1, -2, 0.1, 65504, 1e-7, 6.1e-5, 2049, 2051, -0.3333333, 5.96e-8, 1e-8];
  const bits = [
    0x0000, 0x3c00, 0xc000, 0x2e66, 0x7bff, 0x0002, 0x03ff, 0x6800, 0x6802, 0xb555, 0x0001, 0x0000,
  ];
  expect([...halfFloats(Float32Array.from(values))]).toEqual(bits);
});

test('what is too large becomes the largest', () => {
  expect([...halfFloats(Float32Array.of(1e6, -70000))]).toEqual([0x7bff, 0xfbff]);
});

test('every finite half survives the way there and back', () => {
  const halves = Uint16Array.from({ length: 0x7c00 }, (_, bits) => bits);
  expect(halfFloats(Float32Array.from(halves, fromHalf))).toEqual(halves);
});
