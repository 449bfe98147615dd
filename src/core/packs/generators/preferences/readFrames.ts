import type { Slots, Split } from '../wording.ts';
import { preferenceWordings } from './drawCase.ts';

export type Purpose = keyof typeof preferenceWordings;

/** What each slot can hold; a slot that is not here holds one word. */
const SLOT_PATTERNS: Readonly<Record<string, string>> = {
  count: '\\w+',
  before: '\\d+',
  list: '\\w+(?:, \\w+)*(?: and \\w+)?',
  mark: '[a-z ]+',
};
const SLOT = /\{(\w+)\}/gu;

/** The pattern of a frame, its slots as named groups. */
function framePattern(frame: string): RegExp {
  const capital = frame.slice(0, 1).toUpperCase() + frame.slice(1);
  const escaped = capital.replace(/[.?*+()[\]\\|^$]/gu, '\\$&');
  const source = escaped.replace(
    SLOT,
    (_, name: string) => `(?<${name}>${SLOT_PATTERNS[name] ?? '\\w+'})`,
  );
  return new RegExp(`^${source}$`, 'u');
}

const patterns = new Map(
  Object.entries(preferenceWordings).map(([purpose, { train, test }]) => [
    purpose,
    { train: train.map(framePattern), test: test.map(framePattern) },
  ]),
);

/** The slots of a sentence that says something of this purpose in a wording of these splits; null when it does not. */
export function readFrame(
  purpose: Purpose,
  sentence: string,
  splits: readonly Split[] = ['train', 'test'],
): Slots | null {
  const of = patterns.get(purpose);
  if (of === undefined) return null;
  for (const pattern of splits.flatMap((split) => of[split])) {
    const match = pattern.exec(sentence);
    if (match !== null) return { ...match.groups };
  }
  return null;
}

export const PURPOSES = Object.keys(preferenceWordings).filter(
  (name): name is Purpose => name in preferenceWordings,
);

/** `a, b and c` apart. */
export function readList(list: string): string[] {
  return list.split(/, | and /u);
}
