import type { Slots } from '../wording.ts';
import { PURPOSES, readFrame, readList, type Purpose } from './readFrames.ts';
import { COUNT_WORDS, MARKS } from './vocabulary.ts';

/**
 * Works out again which answers are right, from the text of an item alone. It shares the sentence frames with the
 * generator, so that it can read, and nothing of how cases are drawn.
 */

/** What the lines of a note say, by purpose. */
class Note {
  readonly #lines: readonly string[];
  constructor(lines: readonly string[]) {
    this.#lines = lines;
  }

  all(purpose: Purpose): Slots[] {
    return this.#lines.flatMap((line) => {
      const read = readFrame(purpose, line);
      return read === null ? [] : [read];
    });
  }

  /** The only sentence of this purpose that has these slots. @throws RangeError when there are none or several. */
  the(purpose: Purpose, slots: Slots = {}): Slots {
    const found = this.all(purpose).filter((one) =>
      Object.entries(slots).every(([name, value]) => one[name] === value),
    );
    const [only] = found;
    if (only === undefined || found.length > 1) {
      throw new RangeError(`${String(found.length)} of ${purpose} in ${this.#lines.join(' ')}`);
    }
    return only;
  }

  /** The list of the only such sentence. */
  list(purpose: Purpose, slots: Slots = {}): string[] {
    return readList(this.the(purpose, slots)['list'] ?? '');
  }

  valueOf(who: string, what: string): string {
    const same = this.all('same').find((one) => one['who'] === who && one['what'] === what);
    if (same !== undefined) return this.valueOf(same['other'] ?? '', what);
    return this.the('fact', { who, what })['value'] ?? '';
  }

  countOf(who: string): number {
    const twice = this.all('twice').find((one) => one['who'] === who);
    if (twice !== undefined) return 2 * this.countOf(twice['other'] ?? '');
    return Number(this.the('owns', { who })['count']);
  }
}

/** The slot of an answer in one of these forms, or the answer itself where it is in none. */
function content(answer: string, purposes: readonly Purpose[], slot: string): string {
  for (const purpose of purposes) {
    const read = readFrame(purpose, answer);
    if (read !== null) return read[slot] ?? '';
  }
  return answer;
}

const numberIn = (answer: string): number =>
  Number(content(answer, ['shortCount', 'take'], 'count'));

type Rule = (note: Note, asked: Slots, answer: string) => boolean;

/** An answer may be the value, say so of the thing asked about, or be a sentence about the person and the thing. */
const sayValue: Rule = (note, { who = '', what = '' }, answer) => {
  const value = note.valueOf(who, what);
  const whole = readFrame('fact', answer);
  if (whole !== null)
    return whole['who'] === who && whole['what'] === what && whole['value'] === value;
  const short = readFrame('short', answer);
  if (short !== null) return short['value'] === value && (short['what'] ?? what) === what;
  return answer === value;
};

/** The one with the highest or the lowest number. */
const extreme =
  (best: (...numbers: number[]) => number): Rule =>
  (note, _, answer) => {
    const counts = note.all('owns').map(({ count }) => Number(count));
    return note.countOf(answer) === best(...counts);
  };

const bounded: Rule = (note, { who = '' }, answer) => {
  const most = note.all('atMost').find((one) => one['who'] === who);
  const least = note.all('atLeast').find((one) => one['who'] === who);
  return (
    (most === undefined || numberIn(answer) <= Number(most['count'])) &&
    (least === undefined || numberIn(answer) >= Number(least['count']))
  );
};

const cardWins: Rule = (note, _, answer) => {
  const [above] = note.all('cardsAbove');
  const [below] = note.all('cardsBelow');
  if (above !== undefined) return Number(answer) > Number(above['count']);
  if (below !== undefined) return Number(answer) < Number(below['count']);
  return answer === note.the('onlyCard')['count'];
};

const inOrder = (listed: readonly string[], answer: string): boolean =>
  answer === listed.join(', ');

const RULES: Partial<Record<Purpose, Rule>> = {
  ask: sayValue,
  askNow: (note, { who = '', what = '' }, answer) =>
    answer === note.the('changed', { who, what })['new'],
  askBefore: (note, { who = '', what = '' }, answer) =>
    answer === note.the('changed', { who, what })['old'],
  askDay: (note, { who = '', act = '' }, answer) =>
    answer.replace(/^on /u, '') === note.the('plan', { who, act })['day'],
  askAct: (note, { who = '', day = '' }, answer) =>
    answer === note.the('plan', { who, day })['act'],
  askCount: (note, { who = '' }, answer) => numberIn(answer) === note.countOf(who),
  askTotal: (note, _, answer) =>
    numberIn(answer) === note.all('owns').reduce((sum, { count }) => sum + Number(count), 0),
  askLeft: (note, { who = '' }, answer) => {
    const { before, count } = note.the('gave', { who });
    return numberIn(answer) === Number(before) - Number(count);
  },
  askMost: extreme(Math.max),
  askFewest: extreme(Math.min),
  askEat: (note, { who = '' }, answer) =>
    !note.list('allergic', { who }).includes(content(answer, ['give'], 'food')),
  askNotEat: (note, { who = '' }, answer) =>
    note.list('allergic', { who }).includes(content(answer, ['keepAway'], 'food')),
  askGive: (note, { who = '', food = '' }, answer) =>
    note.all('canEat').some((one) => one['who'] === who && one['list'] === food) ===
    (readFrame('give', answer) !== null),
  askTablets: bounded,
  askGo: (note, _, answer) => note.list('safePlaces').includes(answer.replace(/^the /u, '')),
  askNotGo: (note, _, answer) => note.list('unsafePlaces').includes(answer.replace(/^the /u, '')),
  formCount: (note, { count = '' }, answer) => {
    const named = new Set(answer.split(', '));
    const isListed = [...named].every((one) => note.list('theList').includes(one));
    return isListed && named.size === COUNT_WORDS.indexOf(count) + 1;
  },
  formWordFirst: (_, { word = '' }, answer) => answer.startsWith(`${word} `),
  formWordLast: (_, { word = '' }, answer) => answer.endsWith(` ${word}`),
  formSameOrder: (note, _, answer) => inOrder(note.list('theList'), answer),
  formReverseOrder: (note, _, answer) => inOrder(note.list('theList').reverse(), answer),
  askShop: (note, { shop = '' }, answer) => note.list('shopHas', { shop }).includes(answer),
  askOwner: (note, { what = '', value = '' }, answer) =>
    note.list('owners', { what, value }).includes(answer),
  askCard: cardWins,
  askOpen: (note, { shop = '' }, answer) => note.list('openOn', { shop }).includes(answer),
  askClosed: (note, { shop = '' }, answer) => note.list('closedOn', { shop }).includes(answer),
};

/** A question with a demand on the form of its answer behind it. */
function formRule(question: string): { asked: string; obeys: Rule } | null {
  const [, asked, demand] = /^(.+\?) (.+)$/u.exec(question) ?? [];
  if (asked === undefined || demand === undefined) return null;
  const { who, what } = readFrame('ask', asked) ?? {};
  const count = readFrame('askCount', asked);
  const mark = readFrame('formMark', demand)?.['mark'];
  const isFirst = readFrame('formNumberFirst', demand) !== null;
  return {
    asked,
    obeys: (note, _, answer) => {
      if (mark !== undefined) {
        const sign = MARKS.find(({ name }) => name === mark)?.sign ?? '';
        return answer === note.valueOf(who ?? '', what ?? '') + sign;
      }
      const number = String(note.countOf(count?.['who'] ?? ''));
      const things = count?.['things'] ?? '';
      return answer === (isFirst ? `${number} ${things}` : `${things} ${number}`);
    },
  };
}

const askPurposes = PURPOSES.filter((purpose) => purpose in RULES);

/**
 * Whether each answer is right.
 *
 * @throws RangeError for a question or a note that no rule reads, or that can be read in two ways.
 */
export function recomputeGold(
  lines: readonly string[],
  question: string,
  answers: readonly string[],
): boolean[] {
  const note = new Note(lines);
  const form = formRule(question);
  if (form !== null) return answers.map((answer) => form.obeys(note, {}, answer));
  const readings = askPurposes.flatMap((purpose) => {
    const asked = readFrame(purpose, question);
    return asked === null ? [] : [{ rule: RULES[purpose], asked }];
  });
  const [only] = readings;
  if (only?.rule === undefined || readings.length > 1) {
    throw new RangeError(`${String(readings.length)} readings of ${question}`);
  }
  const { rule, asked } = only;
  return answers.map((answer) => rule(note, asked, answer));
}
