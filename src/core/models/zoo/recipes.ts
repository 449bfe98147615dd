import type { ModelShape } from '../shape.ts';
import type { PackingShape } from './packing.ts';
import type { OptimiserSettings, Recipe, Stage } from './recipe.ts';
import { MAX_POSITIONS, zooVocabulary } from './tokenizer/zooTokenizers.ts';

const OPTIMISER: OptimiserSettings = {
  beta1: 0.9,
  beta2: 0.98,
  eps: 1e-8,
  weightDecay: 0.1,
  clipNorm: 1,
};

interface Size {
  readonly hidden: number;
  readonly layers: number;
  readonly heads: number;
  readonly kvHeads: number;
  readonly mlp: number;
}

function shape(vocabSize: number, { hidden, layers, heads, kvHeads, mlp }: Size): ModelShape {
  return {
    vocabSize,
    hidden,
    layers,
    heads,
    kvHeads,
    headDim: hidden / heads,
    mlp,
    maxPositions: MAX_POSITIONS,
    ropeTheta: 10_000,
    rmsEps: 1e-5,
  };
}

const SUMS = zooVocabulary('sums');

/** Rows for written reasoning, whose replies are most of its tokens. */
function written(rows: number, length: number): PackingShape {
  return {
    rows,
    length,
    sites: Math.round(rows * length * 0.7),
    trunkWeight: 0,
    headSites: 1,
    headWeight: 0,
    guideSites: Math.round(rows * length * 0.7),
    guideWeight: 0.5,
  };
}

const WORDS = zooVocabulary('words');

/** Rows for many questions over documents with passages that attention is guided to. */
function asked(rows: number, length: number, sites: number): PackingShape {
  return {
    rows,
    length,
    sites,
    trunkWeight: 0.1,
    headSites: 128,
    headWeight: 1,
    guideSites: 320,
    guideWeight: 0.5,
  };
}

const LIMITS =
  'Knows the words of this project’s generated packs only. Not for medical use of any kind.';

/** What the longer stages of a student ask beside verification. */
const EVERY_TASK: Stage['mix'] = [
  { task: { kind: 'eligibility' }, weight: 3 },
  { task: { kind: 'consults' }, weight: 3 },
  { task: { kind: 'choices' }, weight: 2 },
  { task: { kind: 'calculators' }, weight: 2 },
  { task: { kind: 'stepwise' }, weight: 2 },
  { task: { kind: 'ratings' }, weight: 2 },
  { task: { kind: 'entities' }, weight: 3 },
  { task: { kind: 'noteErrors' }, weight: 3 },
  { task: { kind: 'arithmetic', mostSteps: 6 }, weight: 1 },
];

/**
 * Matching and copying first, over short documents: in a mix of everything over whole documents neither was learned in 800
 * steps. Long notes last, for their length.
 */
const STUDENT_STAGES: readonly Stage[] = [
  {
    share: 0.25,
    mix: [
      { task: { kind: 'shortNotes', mostSentences: 2 }, weight: 6 },
      { task: { kind: 'eligibility' }, weight: 4 },
      { task: { kind: 'entities' }, weight: 2 },
      { task: { kind: 'noteErrors' }, weight: 2 },
    ],
    packing: asked(8, 192, 512),
  },
  {
    share: 0.65,
    mix: [
      { task: { kind: 'shortNotes', mostSentences: 5 }, weight: 3 },
      { task: { kind: 'wholeNotes' }, weight: 2 },
      ...EVERY_TASK,
    ],
    packing: asked(5, 320, 640),
  },
  {
    share: 0.1,
    mix: [{ task: { kind: 'wholeNotes', sentences: [5, 40] }, weight: 6 }, ...EVERY_TASK],
    packing: asked(2, 1024, 768),
  },
];

const STUDENT = {
  role: 'student',
  limits: LIMITS,
  tokenizer: 'words',
  optimiser: OPTIMISER,
  stages: STUDENT_STAGES,
} as const;

const STUDENT_SUMMARY =
  'Answers the questions of every pack: verdicts with evidence, letters, numbers, lists, ratings and short texts.';

const JUDGE = {
  role: 'judge',
  limits: LIMITS,
  tokenizer: 'words',
  shape: shape(WORDS, { hidden: 192, layers: 4, heads: 6, kvHeads: 2, mlp: 512 }),
  optimiser: OPTIMISER,
} as const;

const JUDGE_STAGES: readonly Stage[] = [
  {
    share: 0.3,
    mix: [
      { task: { kind: 'shortCriteria', mostActs: 3 }, weight: 3 },
      { task: { kind: 'evidence' }, weight: 4 },
    ],
    packing: asked(7, 256, 384),
  },
  {
    share: 0.6,
    mix: [
      { task: { kind: 'criteria' }, weight: 3 },
      { task: { kind: 'evidence' }, weight: 2 },
      { task: { kind: 'judgedNotes', sentences: [5, 12] }, weight: 2 },
    ],
    packing: asked(5, 384, 384),
  },
  {
    share: 0.1,
    mix: [
      { task: { kind: 'criteria' }, weight: 4 },
      { task: { kind: 'evidence' }, weight: 2 },
      { task: { kind: 'judgedNotes', sentences: [5, 40] }, weight: 2 },
    ],
    packing: asked(2, 1024, 384),
  },
];

/** Short answers first, as for criteria; then whole ones, with the messages' own ratings. */
const RATING_STAGES: readonly Stage[] = [
  {
    share: 0.25,
    mix: [
      { task: { kind: 'ratedAnswers', mostSentences: 3 }, weight: 4 },
      { task: { kind: 'ratedMessages' }, weight: 1 },
    ],
    packing: asked(6, 384, 384),
  },
  {
    share: 0.75,
    mix: [
      { task: { kind: 'ratedAnswers' }, weight: 5 },
      { task: { kind: 'ratedMessages' }, weight: 1 },
    ],
    packing: asked(5, 448, 384),
  },
];

const ARITHMETIC = {
  role: 'student',
  kinds: ['multistep-arithmetic'],
  limits: 'Does sums of whole numbers up to 199 as its generator words them, and nothing else.',
  tokenizer: 'sums',
  optimiser: OPTIMISER,
  stages: [
    { share: 1, mix: [{ task: { kind: 'arithmetic' }, weight: 1 }], packing: written(4, 384) },
  ],
} as const;

export const RECIPES: readonly Recipe[] = [
  {
    ...STUDENT,
    name: 'student-small',
    title: 'Student, small',
    summary: STUDENT_SUMMARY,
    shape: shape(WORDS, { hidden: 64, layers: 3, heads: 4, kvHeads: 2, mlp: 160 }),
    seed: 'student-small-3',
    schedule: { peakRate: 3e-3, warmupSteps: 100, totalSteps: 7000, floor: 0.05 },
    formats: ['fp32', 'q4'],
  },
  {
    ...STUDENT,
    name: 'student-medium',
    title: 'Student, medium',
    summary: STUDENT_SUMMARY,
    shape: shape(WORDS, { hidden: 128, layers: 6, heads: 4, kvHeads: 2, mlp: 256 }),
    seed: 'student-medium-3',
    schedule: { peakRate: 2e-3, warmupSteps: 100, totalSteps: 7000, floor: 0.05 },
    formats: ['fp16'],
  },
  {
    ...STUDENT,
    name: 'student-large',
    title: 'Student, large',
    summary: STUDENT_SUMMARY,
    shape: shape(WORDS, { hidden: 192, layers: 8, heads: 6, kvHeads: 2, mlp: 448 }),
    seed: 'student-large-4',
    schedule: { peakRate: 1.5e-3, warmupSteps: 100, totalSteps: 7000, floor: 0.05 },
    formats: ['fp16', 'q4'],
  },
  {
    ...JUDGE,
    name: 'rubric-judge',
    title: 'Rubric judge',
    summary:
      'Says whether an answer meets a criterion, and whether the sentences it is shown support a concept.',
    seed: 'rubric-judge-1',
    schedule: { peakRate: 2e-3, warmupSteps: 50, totalSteps: 1800, floor: 0.1 },
    stages: JUDGE_STAGES,
    formats: ['fp16'],
  },
  {
    ...JUDGE,
    name: 'rating-judge',
    title: 'Rating judge',
    kinds: ['consult-rubrics'],
    protocols: ['likert-expectation'],
    summary: 'Rates an answer, or the question itself, with a digit on one axis at a time.',
    seed: 'rating-judge-1',
    schedule: { peakRate: 2e-3, warmupSteps: 50, totalSteps: 3000, floor: 0.05 },
    stages: RATING_STAGES,
    formats: ['q4'],
  },
  {
    ...ARITHMETIC,
    name: 'arithmetic-student',
    title: 'Arithmetic student',
    summary:
      'Works out sums of 2 to 12 steps, writing each step; shares its tokenizer with its teacher.',
    shape: shape(SUMS, { hidden: 96, layers: 3, heads: 3, kvHeads: 3, mlp: 224 }),
    seed: 'arithmetic-student-3',
    schedule: { peakRate: 2e-3, warmupSteps: 40, totalSteps: 4000, floor: 1 },
    formats: ['fp16'],
  },
  {
    ...ARITHMETIC,
    name: 'arithmetic-teacher',
    title: 'Arithmetic teacher',
    role: 'teacher',
    summary:
      'Works out sums of 2 to 12 steps, writing each step; the teacher of the arithmetic student.',
    shape: shape(SUMS, { hidden: 192, layers: 4, heads: 6, kvHeads: 2, mlp: 512 }),
    seed: 'arithmetic-teacher-2',
    schedule: { peakRate: 2e-3, warmupSteps: 60, totalSteps: 7000, floor: 0.02 },
    formats: ['fp16'],
  },
  {
    name: 'sentence-embedder',
    title: 'Sentence embedder',
    role: 'embedder',
    summary:
      'Makes vectors of sentences and criteria; those that mean the same lie close to one another.',
    limits: LIMITS,
    tokenizer: 'words',
    shape: shape(WORDS, { hidden: 64, layers: 2, heads: 4, kvHeads: 2, mlp: 160 }),
    seed: 'sentence-embedder-1',
    schedule: { peakRate: 3e-3, warmupSteps: 40, totalSteps: 600, floor: 0.1 },
    optimiser: OPTIMISER,
    stages: [],
    pairs: { rows: 8, length: 192, pairs: 32 },
    formats: ['fp32'],
  },
];
