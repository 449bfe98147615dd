import { createRandom, type Random } from '../../../random.ts';
import type { PreferenceItem } from '../../preferences.ts';
import { drawer, families } from './drawCase.ts';
import { SUBSETS, type Family, type PreferenceCase, type Subset } from './family.ts';
import { tieFamilies } from './ties.ts';
import { HELD_OUT_PEOPLE } from './vocabulary.ts';

const PAIRS_A_SUBSET = 80;
const BEST_OF_A_SUBSET = 20;
const TIE_PAIRS = 30;
/** Share of items with a name that no training text holds, where the family has names at all. */
const SHARE_OF_HELD_OUT = 0.25;

/** One wording for all candidates, so that none stands out by how it is put; in random order. */
function answersOf({ candidates }: PreferenceCase, random: Random): PreferenceItem['answers'] {
  const ways = Math.min(...candidates.map(({ texts }) => texts.length));
  const way = random.int(ways);
  return random.shuffle(candidates.map(({ right, texts }) => ({ text: texts[way] ?? '', right })));
}

function itemOf(
  drawn: PreferenceCase,
  random: Random,
  about: Pick<PreferenceItem, 'id' | 'cluster' | 'stratum' | 'task' | 'tie'>,
): PreferenceItem {
  const lines = drawn.lines.map(({ text }) => text);
  const words = new Set([...lines, drawn.question].join(' ').match(/\p{L}+/gu));
  return {
    ...about,
    unseenName: HELD_OUT_PEOPLE.some((name) => words.has(name)),
    lines,
    question: drawn.question,
    answers: answersOf(drawn, random),
  };
}

/** What decides an item: a second item with the same text would be counted twice. */
function textOf({ lines, question, answers }: PreferenceItem): string {
  return JSON.stringify([lines, question, answers.map(({ text }) => text).sort()]);
}

/** Draws from seed after seed until nothing drawn is there already. */
function drawNew<T extends readonly PreferenceItem[]>(
  seed: string,
  seen: Set<string>,
  draw: (random: Random) => T,
): T {
  for (let attempt = 0; ; attempt += 1) {
    const drawn = draw(createRandom(`${seed}-${String(attempt)}`));
    const texts = drawn.map(textOf);
    if (texts.some((text) => seen.has(text))) continue;
    for (const text of texts) seen.add(text);
    return drawn;
  }
}

function pickInTurn<T>(items: readonly T[], turn: number): T {
  const item = items[turn % items.length];
  if (item === undefined) throw new RangeError('there is nothing to pick');
  return item;
}

function singleItems(
  subset: Subset,
  task: 'pair' | 'best-of',
  of: readonly Family[],
  seen: Set<string>,
): PreferenceItem[] {
  const count = task === 'pair' ? PAIRS_A_SUBSET : BEST_OF_A_SUBSET;
  return Array.from({ length: count }, (_, index) => {
    const id = `${subset}-${task}-${String(index + 1).padStart(3, '0')}`;
    const family = pickInTurn(of, index);
    return drawNew(`preferences-test-${id}`, seen, (random) => {
      const draw = drawer(random, 'test', random.chance(SHARE_OF_HELD_OUT));
      const drawn = family.draw(draw, task === 'pair' ? 2 : 4);
      return [itemOf(drawn, random, { id, cluster: id, stratum: subset, task })];
    });
  }).flat();
}

function tieItems(seen: Set<string>): PreferenceItem[] {
  return Array.from({ length: TIE_PAIRS }, (_, index) => {
    const pair = index + 1;
    const cluster = `ties-${String(pair).padStart(3, '0')}`;
    const family = pickInTurn(tieFamilies, index);
    return drawNew(`preferences-test-${cluster}`, seen, (random) => {
      const drawn = family.draw(drawer(random, 'test', random.chance(SHARE_OF_HELD_OUT)));
      return (['ref', 'tied'] as const).map((part) =>
        itemOf(drawn[part], random, {
          id: `${cluster}-${part}`,
          cluster,
          stratum: 'ties',
          task: 'ties',
          tie: { pair, part },
        }),
      );
    });
  }).flat();
}

/**
 * The pack: in each subset but the last 80 pairs and 20 questions with four answers, its families in turn, and 30 questions
 * with several right answers beside the same question with one. In the test wordings; the same on every call.
 */
export function buildTestItems(): PreferenceItem[] {
  const seen = new Set<string>();
  const single = SUBSETS.filter((subset) => subset !== 'ties').flatMap((subset) => {
    const of = families.filter((family) => family.subset === subset);
    return [
      ...singleItems(subset, 'pair', of, seen),
      ...singleItems(
        subset,
        'best-of',
        of.filter(({ most }) => most === 4),
        seen,
      ),
    ];
  });
  return [...single, ...tieItems(seen)];
}
