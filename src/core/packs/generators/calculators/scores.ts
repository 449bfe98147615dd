import type { Random } from '../../../random.ts';
import type { Tolerance } from '../../numericAnswers.ts';
import { counted, listed } from '../choices/caseKind.ts';
import { PEOPLE } from '../people.ts';
import { speaker, type Split, type Wording } from '../wording.ts';
import type { CalculatorStratum } from './calculator.ts';
import type { Told } from './tell.ts';

/** An additive score: findings that are there give their points. */
export interface Score {
  readonly id: string;
  readonly stratum: CalculatorStratum;
  readonly unit: string;
  readonly tolerance: Tolerance;
  readonly range: { readonly min: number; readonly max: number; readonly decimals: number };
  /** Points of a heavy finding; the others give 1. */
  readonly heavyPoints: number;
}

const FINDINGS = [
  'fever',
  'cough',
  'pain',
  'rash',
  'thirst',
  'swelling',
  'weakness',
  'bleeding',
] as const;

export const scoreWordings: Readonly<Record<string, Wording>> = {
  rule: {
    train: [
      'For the score, each of {light} gives 1 point.',
      '1 point is for each of {light}.',
      '{light} give 1 point each.',
    ],
    test: ['For each of {light} it is 1 point.', '{light} are 1 point each.'],
  },
  heavyRule: {
    train: [
      'Each of {heavy} gives {points}.',
      '{points} are for each of {heavy}.',
      '{heavy} give {points} each.',
    ],
    test: ['For each of {heavy} it is {points}.', '{heavy} are {points} each.'],
  },
  fact: {
    train: [
      '{who} has {found}.',
      'In {who} there is {found}.',
      'For {who}, the findings are {found}.',
    ],
    test: ['{who} has the findings {found}.', 'For {who} there is {found}.'],
  },
  ask: {
    train: [
      'What is the score in points?',
      'How many points is the score?',
      'Work out the score in points.',
      'The score is what number of points?',
      'What number of points is the score?',
    ],
    test: ['How much is the score in points?', 'Work out what the score is in points.'],
  },
};

const exact = { kind: 'absolute', value: 0 } as const;

export const scores: readonly Score[] = [
  {
    id: 'plain-score',
    stratum: 'one-step',
    unit: 'points',
    tolerance: exact,
    range: { min: 1, max: 5, decimals: 0 },
    heavyPoints: 1,
  },
  {
    id: 'weighted-score',
    stratum: 'two-step',
    unit: 'points',
    tolerance: exact,
    range: { min: 1, max: 8, decimals: 0 },
    heavyPoints: 2,
  },
];

/** Tells an additive score with two heavy findings and three light ones, some of which are there. */
export function tellScore(score: Score, split: Split, random: Random): Told {
  const say = speaker(scoreWordings, split, random);
  const findings = random.shuffle(FINDINGS).slice(0, 5);
  const heavy = findings.slice(0, score.heavyPoints === 1 ? 0 : 2);
  const light = findings.slice(heavy.length);
  const found = random.shuffle(findings).slice(0, 1 + random.int(findings.length));
  const rules = [say('rule', { light: listed(light) })];
  if (heavy.length > 0) {
    const points = counted(score.heavyPoints, 'point');
    rules.unshift(say('heavyRule', { heavy: listed(heavy), points }));
  }
  const shown = found.length === 1 ? (found[0] ?? '') : listed(found);
  const facts = [say('fact', { who: random.pick(PEOPLE), found: shown })];
  const isHeavy = (finding: string): boolean => heavy.some((each) => each === finding);
  const answer = found.reduce(
    (sum, finding) => sum + (isHeavy(finding) ? score.heavyPoints : 1),
    0,
  );
  const told = random.chance(0.5) ? [...rules, ...facts] : [...facts, ...rules];
  const sorted = [heavy, light, found].map((each) => [...each].sort().join(', '));
  return {
    text: told.join(' '),
    inputs: sorted.join('; '),
    asks: [{ question: say('ask', {}), answer }],
  };
}
