import type { TokenRow } from './tokenRows.ts';

/** What tokens can be coloured by. */
export interface TokenMeasure {
  readonly id: string;
  readonly title: string;
  /** What it is, in a sentence. */
  readonly meaning: string;
  readonly of: (row: TokenRow) => number;
  /** Two-sided measures have a middle at 0 that means no difference. */
  readonly scale: 'sequential' | 'diverging' | 'quadrants';
  readonly unit: 'nats' | '' | 'rank';
}

export const TOKEN_MEASURES: readonly TokenMeasure[] = [
  {
    id: 'reverse-kl',
    title: 'KL(student ‖ teacher)',
    meaning:
      'How far the student’s next-token distribution is from the teacher’s, weighted by what the student would say.',
    of: (row) => row.reverseKl,
    scale: 'sequential',
    unit: 'nats',
  },
  {
    id: 'forward-kl',
    title: 'KL(teacher ‖ student)',
    meaning: 'The same, weighted by what the teacher would say.',
    of: (row) => row.forwardKl,
    scale: 'sequential',
    unit: 'nats',
  },
  {
    id: 'jensen-shannon',
    title: 'Jensen–Shannon divergence',
    meaning: 'Half of each model’s divergence from the mean of both; at most ln 2, about 0.693.',
    of: (row) => row.jensenShannon,
    scale: 'sequential',
    unit: 'nats',
  },
  {
    id: 'advantage',
    title: 'log T − log S',
    meaning:
      'Above 0 the teacher finds the token likelier than the student does, below 0 less likely.',
    of: (row) => row.advantage,
    scale: 'diverging',
    unit: 'nats',
  },
  {
    id: 'student-surprisal',
    title: 'Student surprisal',
    meaning: 'Minus the log-probability that the student gives the token.',
    of: (row) => -row.studentLogprob,
    scale: 'sequential',
    unit: 'nats',
  },
  {
    id: 'teacher-surprisal',
    title: 'Teacher surprisal',
    meaning: 'Minus the log-probability that the teacher gives the token.',
    of: (row) => -row.teacherLogprob,
    scale: 'sequential',
    unit: 'nats',
  },
  {
    id: 'student-entropy',
    title: 'Student entropy',
    meaning: 'How unsure the student is of what comes here.',
    of: (row) => row.studentEntropy,
    scale: 'sequential',
    unit: 'nats',
  },
  {
    id: 'teacher-entropy',
    title: 'Teacher entropy',
    meaning: 'How unsure the teacher is of what comes here.',
    of: (row) => row.teacherEntropy,
    scale: 'sequential',
    unit: 'nats',
  },
  {
    id: 'student-rank',
    title: 'Student rank',
    meaning: 'Place of the token among the student’s choices; coloured by its logarithm.',
    of: (row) => row.studentRank,
    scale: 'sequential',
    unit: 'rank',
  },
  {
    id: 'quadrant',
    title: 'TIP quadrant',
    meaning:
      '1 unsure and far from the teacher, 2 unsure and close, 3 sure and far, 4 sure and close.',
    of: (row) => row.quadrant,
    scale: 'quadrants',
    unit: '',
  },
];

/**
 * Where a value stands on a ramp, in [-1, 1]: for sequential measures from 0 to 1 over [0, greatest], for diverging ones from -1 to 1
 * over [-greatest, greatest]. Ranks go by their logarithm, because one of thousands would hide all others.
 *
 * @param greatest the largest absolute value of the text.
 */
export function rampPlace(measure: TokenMeasure, value: number, greatest: number): number {
  if (!Number.isFinite(value) || greatest <= 0) return 0;
  if (measure.unit === 'rank')
    return greatest <= 1 ? 0 : Math.max(0, Math.log(value)) / Math.log(greatest);
  const place = value / greatest;
  return Math.min(1, Math.max(measure.scale === 'diverging' ? -1 : 0, place));
}

/** The custom property of a place on the ramp of tokens.css. */
export function rampColour(measure: TokenMeasure, place: number): string {
  if (measure.scale === 'diverging') return `--diverge-${String(Math.round((place + 1) * 4))}`;
  return `--ramp-${String(Math.round(place * 8))}`;
}
