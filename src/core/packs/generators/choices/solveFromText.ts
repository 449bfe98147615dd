import type { ChoiceItem } from '../../multipleChoice.ts';
import { PEOPLE } from '../people.ts';
import { WEEKDAYS } from './dates.ts';

/** Whole numbers of a text, in order. */
function numbersIn(text: string): number[] {
  return [...text.matchAll(/\d+(?:\.\d+)?/gu)].map(([found]) => Number(found));
}

function peopleIn(text: string): string[] {
  return [...text.matchAll(/[A-Z][a-z]+/gu)].map(([word]) => word).filter(isPerson);
}

function isPerson(word: string): boolean {
  return PEOPLE.some((person) => person === word);
}

function sentencesOf(text: string): string[] {
  return text.match(/[^.]+\./gu) ?? [];
}

const plural = (count: number, noun: string): string =>
  `${String(count)} ${noun}${count === 1 ? '' : 's'}`;

function solveWeekday(text: string, direction: 1 | -1): string {
  const index = WEEKDAYS.findIndex((day) => text.includes(day));
  const [days = NaN] = numbersIn(text);
  return WEEKDAYS[(index + direction * days + 14) % 7] ?? '';
}

/** The person of each sentence with a number, by that number. */
function solveByNumber({ text = '', question }: ChoiceItem): string {
  const told = sentencesOf(text).map((sentence) => ({
    who: peopleIn(sentence)[0] ?? '',
    number: numbersIn(sentence)[0] ?? NaN,
  }));
  const sorted = told.toSorted((a, b) => a.number - b.number);
  if (/first|smallest/u.test(question)) return sorted[0]?.who ?? '';
  if (/last|largest/u.test(question)) return sorted.at(-1)?.who ?? '';
  const [asked] = numbersIn(question);
  return told.find(({ number }) => number === asked)?.who ?? '';
}

/** People from first to last, from sentences on two of them each. */
function chainOf(text: string): string[] {
  const after = new Map<string, string>();
  for (const sentence of sentencesOf(text)) {
    const [one = '', other = ''] = peopleIn(sentence);
    const turned = / after |^\s*Before /u.test(sentence);
    after.set(turned ? other : one, turned ? one : other);
  }
  const followers = new Set(after.values());
  const chain = [...after.keys()].filter((who) => !followers.has(who));
  for (let next = after.get(chain[0] ?? ''); next !== undefined; next = after.get(next))
    chain.push(next);
  return chain;
}

function solveChain({ text = '', question }: ChoiceItem): string {
  const chain = chainOf(text);
  const [named] = peopleIn(question);
  if (named !== undefined) return chain[chain.indexOf(named) + 1] ?? '';
  return (question.includes('first') ? chain[0] : chain.at(-1)) ?? '';
}

function solvePlace({ text = '', question }: ChoiceItem): string {
  const [place = ''] = /first|second|third|last/u.exec(question) ?? [];
  return peopleIn(sentencesOf(text).find((sentence) => sentence.includes(place)) ?? '')[0] ?? '';
}

/** Sizes of the units in the least of their sort. */
const SIZES: Readonly<Record<string, number>> = {
  mg: 1,
  g: 1000,
  kg: 1_000_000,
  ml: 1,
  litres: 1000,
  cm: 1,
  m: 100,
  minutes: 1,
  hours: 60,
  days: 1440,
  weeks: 10_080,
  months: 1,
  years: 12,
};

function amountsIn(text: string): { shown: string; size: number }[] {
  return [...text.matchAll(/([\d.]+) ([a-z]+)/gu)].map(([shown, number = '', unit = '']) => ({
    shown,
    size: Number(number) * (SIZES[unit] ?? NaN),
  }));
}

/** The option of the same size as the amount told. */
function solveConvert({ options, text = '' }: ChoiceItem): string {
  const [told] = amountsIn(text);
  const [right = ''] = options.filter((option) => amountsIn(option)[0]?.size === told?.size);
  return right;
}

function solveEdgeAmount({ text = '', question }: ChoiceItem): string {
  const sorted = amountsIn(text).sort((a, b) => a.size - b.size);
  return (question.includes('smallest') ? sorted[0] : sorted.at(-1))?.shown ?? '';
}

function solveEdgeDate({ text = '', question }: ChoiceItem): string {
  const [month = ''] = /March|May|July|October/u.exec(text) ?? [];
  const days = numbersIn(text);
  const day = question.includes('first') ? Math.min(...days) : Math.max(...days);
  return `${String(day)} ${month}`;
}

/**
 * Works an item's answer out from its words, by other means than those it was made by: it knows
 * English cues, not templates. For tests.
 *
 * @throws RangeError for a topic it does not know.
 */
export function solveFromText(item: ChoiceItem): string {
  const { topic, text = '' } = item;
  const [one = NaN, other = NaN] = numbersIn(text);
  const month = /March|May|July|October/u.exec(text)?.[0] ?? '';
  switch (topic) {
    case 'dates-weekday-after':
      return solveWeekday(text, 1);
    case 'dates-weekday-before':
      return solveWeekday(text, -1);
    case 'dates-next-date':
      return `${String(one + other)} ${month}`;
    case 'dates-edge':
      return solveEdgeDate(item);
    case 'dates-between':
      return plural(Math.abs(other - one), 'day');
    case 'doses-per-day':
      return plural(one * other, 'tablet');
    case 'doses-tablets-needed':
      return plural(Math.max(one, other) / Math.min(one, other), 'tablet');
    case 'doses-total':
      return `${String(one * other)} mg`;
    case 'doses-left':
      return plural(Math.abs(one - other), 'tablet');
    case 'doses-edge':
    case 'orders-times':
      return solveByNumber(item);
    case 'units-convert':
      return solveConvert(item);
    case 'units-edge':
      return solveEdgeAmount(item);
    case 'orders-place':
      return solvePlace(item);
    case 'orders-chain':
      return solveChain(item);
    default:
      throw new RangeError(`The topic ${topic} is unknown.`);
  }
}
