import { expect, test } from 'vitest';
import { ProtoMessage } from './protobuf.ts';

const hex = (message: ProtoMessage): string => Buffer.from(message.toBytes()).toString('hex');

test('writes the examples of the format’s own documentation', () => {
  // protobuf.dev/programming-guides/encoding: `a: 150`, `b: "testing"`, `c { a: 150 }`.
  expect(hex(new ProtoMessage().int(1, 150))).toBe('089601');
  expect(hex(new ProtoMessage().string(2, 'testing'))).toBe('120774657374696e67');
  expect(hex(new ProtoMessage().message(3, new ProtoMessage().int(1, 150)))).toBe('1a03089601');
});

test('writes negative integers in ten bytes and floats in four', () => {
  expect(hex(new ProtoMessage().int(1, -2))).toBe('08feffffffffffffffff01');
  expect(hex(new ProtoMessage().float(2, 1))).toBe('150000803f');
  expect(hex(new ProtoMessage().int(16, 0))).toBe('800100');
});

test('counts its bytes as it grows', () => {
  const inner = new ProtoMessage().bytes(9, new Uint8Array(200));
  const outer = new ProtoMessage().message(5, inner);
  expect(inner.length).toBe(203);
  expect(outer.length).toBe(206);
  expect(outer.toBytes()).toHaveLength(206);
});
