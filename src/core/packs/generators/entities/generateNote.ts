import type { Random } from '../../../random.ts';
import {
  ENTITY_TYPES,
  type EntitySpan,
  type EntityStratum,
  type EntityType,
} from '../../entitySpans.ts';
import { fillTemplate, type Sex } from '../dischargeNotes/fillTemplate.ts';
import { TEST_FRAMES, TRAIN_FRAMES } from './frames.ts';
import { LOOK_ALIKES } from './lookAlikes.ts';
import { NAMES } from './names.ts';

export type Split = 'train' | 'test';

/** A note with its entities, before it is an item. */
export interface EntityNote {
  text: string;
  /** In order, not overlapping; `end` is exclusive, in UTF-16 units. */
  spans: EntitySpan[];
}

/** What a note is to be. */
export interface NoteWish {
  split: Split;
  stratum: EntityStratum;
  /** Number of entities, 0 to 4. */
  entities: number;
}

const MIN_SENTENCES = 2;
const MAX_SENTENCES = 5;
const MIN_WORDS = 15;
const MAX_WORDS = 50;
const SLOT = /<([a-z]+)>/g;

function countSlots(frame: string): number {
  return [...frame.matchAll(SLOT)].length;
}

function isEntityType(slot: string): slot is EntityType {
  return ENTITY_TYPES.some((type) => type === slot);
}

function drawName(type: EntityType, stratum: EntityStratum, random: Random): string {
  const { oneWord, severalWords, heldOut } = NAMES[type];
  if (stratum === 'unseen') return random.pick(heldOut);
  if (stratum === 'multiword') return random.pick(severalWords);
  return random.pick(random.chance(0.7) ? oneWord : severalWords);
}

/** Number of places where `name` stands as whole words. */
function timesNamed(text: string, name: string): number {
  return (
    ` ${text.replaceAll(/[.,]/g, ' ').replaceAll(' ', '  ')} `.split(
      ` ${name.replaceAll(' ', '  ')} `,
    ).length - 1
  );
}

/** Frames with `wish.entities` entities in all, each frame once; null when the draw went astray. */
function drawFrames(wish: NoteWish, random: Random): string[] | null {
  const set = wish.split === 'train' ? TRAIN_FRAMES : TEST_FRAMES;
  const frames: string[] = [];
  let wanted = wish.entities;
  for (const frame of random.shuffle(set.withEntities)) {
    if (wanted === 0) break;
    if (countSlots(frame) > wanted) continue;
    frames.push(frame);
    wanted -= countSlots(frame);
  }
  if (wish.stratum === 'distractor') {
    frames.push(...random.shuffle(set.withLookAlike).slice(0, 1 + random.int(2)));
  }
  const left = MAX_SENTENCES - frames.length;
  if (left < 0) return null;
  const least = Math.max(0, MIN_SENTENCES - frames.length);
  const fillers = least + random.int(Math.min(3, left - least + 1));
  frames.push(...random.shuffle(set.fillers).slice(0, fillers));
  return random.shuffle(frames);
}

/** The note of some frames; null when a name would not stand in it exactly once. */
function writeNote(frames: readonly string[], wish: NoteWish, random: Random): EntityNote | null {
  const sex: Sex = random.pick(['female', 'male'] as const);
  const lookAlikes = random.shuffle(LOOK_ALIKES);
  const spans: EntitySpan[] = [];
  const open = frames.map((frame) => fillTemplate(frame, random, sex)).join(' ');
  let text = '';
  let end = 0;
  for (const slot of open.matchAll(SLOT)) {
    text += open.slice(end, slot.index);
    end = slot.index + slot[0].length;
    const type = slot[1] ?? '';
    if (isEntityType(type)) {
      const name = drawName(type, wish.stratum, random);
      spans.push({ start: text.length, end: text.length + name.length, type });
      text += name;
    } else {
      const lookAlike = lookAlikes.pop();
      if (lookAlike === undefined) return null;
      text += `${lookAlike.word} ${random.pick(lookAlike[wish.split])}`;
    }
  }
  text += open.slice(end);
  const words = text.split(' ').length;
  if (words < MIN_WORDS || words > MAX_WORDS) return null;
  const isClear = spans.every((span) => timesNamed(text, text.slice(span.start, span.end)) === 1);
  return isClear ? { text, spans } : null;
}

/**
 * Writes one note as wished for: 2 to 5 sentences, 15 to 50 words. No name stands twice in a note, and no name stands
 * in another or in a look-alike of the same note, so that a reply without offsets can mean one place only.
 */
export function generateNote(random: Random, wish: NoteWish): EntityNote {
  for (;;) {
    const frames = drawFrames(wish, random);
    const note = frames === null ? null : writeNote(frames, wish, random);
    if (note !== null) return note;
  }
}
