import type { ModelRef } from '../core/calls/model.ts';
import type { Paint } from '../core/figures/scene.ts';

const SLOTS = 6;
/** 32-bit FNV-1a (Fowler, Noll and Vo). */
const OFFSET_BASIS = 0x811c9dc5;
const PRIME = 0x01000193;
/** FNV's lowest bits are its weakest. With this many left out the models that share boards differ. */
const WEAK_BITS = 10;

function hash(text: string): number {
  let value = OFFSET_BASIS;
  for (const character of text) {
    value = Math.imul(value ^ (character.codePointAt(0) ?? 0), PRIME) >>> 0;
  }
  return value;
}

/**
 * The custom property of a model's colour. It follows from the id alone, so a model has one colour
 * on every page, device and visit; models that share a slot are told apart by their labels.
 */
export function modelColour(model: Pick<ModelRef, 'source' | 'id'>): Paint {
  if (model.source === 'baseline') return '--data-baseline';
  return `--data-${String((hash(model.id) >>> WEAK_BITS) % SLOTS)}`;
}
