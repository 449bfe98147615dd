import { createRandom } from '../../../random.ts';
import type { ChoiceItem } from '../../multipleChoice.ts';
import { CHOICE_STRATA, type ChoiceStratum } from './caseKind.ts';
import { caseKinds, drawCase, optionsOf } from './drawChoices.ts';

/**
 * The seed of the test split. No other use may draw from seeds that begin with `choices-test`;
 * apart from that, test wordings are used here alone.
 */
const TEST_SEED = 'choices-test-1';
const ITEMS_PER_STRATUM = 75;
const LETTERS = 4;

/** 75 items of one stratum, its sorts of case in turn, each asked one question. */
function stratumItems(stratum: ChoiceStratum, stratumIndex: number): ChoiceItem[] {
  const random = createRandom(`${TEST_SEED}/${stratum}`);
  const kinds = caseKinds.filter((kind) => kind.stratum === stratum);
  // Each letter is right equally often: 19 times, and 18 times the letter that is this stratum's turn.
  const positions = random.shuffle(
    Array.from({ length: ITEMS_PER_STRATUM }, (_, index) => (index + stratumIndex + 1) % LETTERS),
  );
  const items: ChoiceItem[] = [];
  const seen = new Set<string>();
  while (items.length < ITEMS_PER_STRATUM) {
    const number = items.length;
    const kind = kinds[number % kinds.length];
    const answer = positions[number];
    if (kind === undefined || answer === undefined) throw new RangeError(`No case of ${stratum}.`);
    const { facts, asks } = drawCase(kind, 'test', random);
    const ask = random.pick(asks);
    const key = `${facts}\n${ask.question}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const id = `${stratum}-${String(number + 1).padStart(2, '0')}`;
    items.push({
      id,
      cluster: id,
      stratum,
      topic: kind.id,
      text: facts,
      question: ask.question,
      options: optionsOf(ask, answer, random),
      answer,
    });
  }
  return items;
}

/** The shipped test items, stratum by stratum; the same on every call. */
export function buildTestItems(): ChoiceItem[] {
  return CHOICE_STRATA.flatMap(stratumItems);
}
