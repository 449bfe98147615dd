import type { Random } from '../../../random.ts';
import type { Operation } from './operation.ts';

/** Ways to word a line; `#` is the number. */
export interface Wordings {
  readonly start: readonly string[];
  readonly add: readonly string[];
  readonly subtract: readonly string[];
  readonly times: readonly string[];
  readonly double: readonly string[];
  readonly halve: readonly string[];
}

/** Which wordings a problem may use. No line of one split is ever a line of the other. */
export type Split = 'train' | 'test';

/** The test's lines put the words of the training lines together in other ways, and have no word of their own. */
export const WORDINGS: Readonly<Record<Split, Wordings>> = {
  train: {
    start: ['start with #', 'begin at #', 'now it is #'],
    add: ['add #', 'then plus #', 'now # more', '# is added', 'then put # on it'],
    subtract: [
      'subtract #',
      'then minus #',
      'now # less',
      '# is taken off',
      'then take away # from it',
    ],
    times: ['times #', 'then multiply by #', 'now # times as much', 'it is multiplied by #'],
    double: ['double', 'now double it', 'then make it double'],
    halve: ['halve', 'now halve it', 'take half', 'then make it half of it'],
  },
  test: {
    start: ['start at #', 'begin with #', 'it is # now'],
    add: ['now add #', 'plus #', 'then # more', 'put # more on it'],
    subtract: ['now subtract #', 'minus #', 'then # less', 'take # away', 'take # off it'],
    times: ['now times #', 'multiply it by #', 'make it # times as much'],
    double: ['then double', 'double it', 'now make it double'],
    halve: ['then halve', 'halve it', 'now take half of it'],
  },
};

/** The list of wordings for an operation. */
function wordingsFor(operation: Operation, wordings: Wordings): readonly string[] {
  if (operation.kind === 'times' && operation.by === 2) return wordings.double;
  return wordings[operation.kind];
}

/** The problem's first line. */
export function wordStart(value: number, split: Split, random: Random): string {
  return random.pick(WORDINGS[split].start).replace('#', String(value));
}

/** One instruction, in a wording of the split. */
export function wordOperation(operation: Operation, split: Split, random: Random): string {
  const wording = random.pick(wordingsFor(operation, WORDINGS[split]));
  return operation.kind === 'halve' ? wording : wording.replace('#', String(operation.by));
}
