/** Largest value of float16; larger ones would become infinite. */
const LARGEST = 65504;

const bits = new DataView(new ArrayBuffer(4));

/** Bits of the float16 (IEEE 754 binary16) nearest to a float32, halves to the even one. */
function toHalf(value: number): number {
  bits.setFloat32(0, Math.max(-LARGEST, Math.min(LARGEST, value)));
  const word = bits.getUint32(0);
  const sign = (word >>> 16) & 0x8000;
  const exponent = ((word >>> 23) & 0xff) - 127 + 15;
  const fraction = word & 0x7fffff;
  if (exponent <= 0) {
    // Below 2^-14 halves are multiples of 2^-24.
    const steps = Math.abs(bits.getFloat32(0)) * 2 ** 24;
    const floor = Math.floor(steps);
    const rest = steps - floor;
    const up = rest > 0.5 || (rest === 0.5 && floor % 2 === 1) ? 1 : 0;
    return sign | (floor + up);
  }
  const kept = (exponent << 10) | (fraction >>> 13);
  const rest = fraction & 0x1fff;
  // Carrying into the exponent is right: the next value up has the next exponent.
  const up = rest > 0x1000 || (rest === 0x1000 && kept % 2 === 1) ? 1 : 0;
  return sign | Math.min(kept + up, 0x7bff);
}

/** The nearest float16 values, as bits; what is too large becomes the largest. */
export function halfFloats(values: Float32Array): Uint16Array<ArrayBuffer> {
  return Uint16Array.from(values, toHalf);
}

/** The value of float16 bits; for checking, and for weights as a rounded file holds them. */
export function fromHalf(half: number): number {
  const sign = half & 0x8000 ? -1 : 1;
  const exponent = (half >>> 10) & 0x1f;
  const fraction = half & 0x3ff;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}
