import type { ModelShape } from '../shape.ts';
import type { OptimiserSettings, Recipe, Stage } from './recipe.ts';

/** Entries of the one vocabulary that all bundled models share. */
export const VOCABULARY_SIZE = 1280;

const OPTIMISER: OptimiserSettings = {
  beta1: 0.9,
  beta2: 0.98,
  eps: 1e-8,
  weightDecay: 0.1,
  clipNorm: 1,
};

function shape(
  hidden: number,
  layers: number,
  heads: number,
  kvHeads: number,
  mlp: number,
): ModelShape {
  return {
    vocabSize: VOCABULARY_SIZE,
    hidden,
    layers,
    heads,
    kvHeads,
    headDim: hidden / heads,
    mlp,
    maxPositions: 1024,
    ropeTheta: 10_000,
    rmsEps: 1e-5,
  };
}

const WEIGHTS = {
  trunkWeight: 0.1,
  headSites: 128,
  headWeight: 1,
  guideSites: 96,
  guideWeight: 0.5,
};

/** Short notes first: what shows a concept is learned there at a fraction of the cost. */
const STUDENT_STAGES: readonly Stage[] = [
  {
    share: 0.3,
    task: { kind: 'shortNotes', mostSentences: 2 },
    packing: { rows: 12, length: 128, sites: 384, ...WEIGHTS },
    groupsPerBatch: 22,
  },
  {
    share: 0.2,
    task: { kind: 'shortNotes', mostSentences: 5 },
    packing: { rows: 8, length: 192, sites: 384, ...WEIGHTS },
    groupsPerBatch: 15,
  },
  {
    share: 0.5,
    task: { kind: 'wholeNotes' },
    packing: { rows: 5, length: 320, sites: 384, ...WEIGHTS },
    groupsPerBatch: 7,
  },
];

const JUDGE_STAGES: readonly Stage[] = [
  {
    share: 1,
    task: { kind: 'evidenceLists' },
    packing: { rows: 8, length: 192, sites: 384, ...WEIGHTS },
    groupsPerBatch: 22,
  },
];

const LIMITS =
  'Knows only the concepts and the wording of the generated discharge notes. Not for medical use of any kind.';

export const RECIPES: readonly Recipe[] = [
  {
    name: 'student-tiny',
    title: 'Student, tiny',
    role: 'student',
    summary:
      'Says whether a generated discharge note supports a concept, and which sentences show it.',
    limits: LIMITS,
    shape: shape(32, 2, 2, 1, 96),
    seed: 'student-tiny-1',
    schedule: { peakRate: 4e-3, warmupSteps: 40, totalSteps: 2000, floor: 0.1 },
    optimiser: OPTIMISER,
    stages: STUDENT_STAGES,
  },
  {
    name: 'student-small',
    title: 'Student, small',
    role: 'student',
    summary:
      'Says whether a generated discharge note supports a concept, and which sentences show it.',
    limits: LIMITS,
    shape: shape(64, 2, 4, 2, 160),
    seed: 'student-small-1',
    schedule: { peakRate: 4e-3, warmupSteps: 40, totalSteps: 2600, floor: 0.1 },
    optimiser: OPTIMISER,
    stages: STUDENT_STAGES,
  },
  {
    name: 'student-large',
    title: 'Student, large',
    role: 'student',
    summary:
      'Says whether a generated discharge note supports a concept, and which sentences show it.',
    limits: LIMITS,
    shape: shape(128, 4, 4, 2, 256),
    seed: 'student-large-1',
    schedule: { peakRate: 2.5e-3, warmupSteps: 40, totalSteps: 2600, floor: 0.1 },
    optimiser: OPTIMISER,
    stages: STUDENT_STAGES,
  },
  {
    name: 'concept-judge',
    title: 'Concept judge',
    role: 'judge',
    summary: 'Says whether the sentences it is shown, and nothing else, support a concept.',
    limits: LIMITS,
    shape: shape(128, 4, 4, 2, 256),
    seed: 'judge-1',
    schedule: { peakRate: 2.5e-3, warmupSteps: 40, totalSteps: 2600, floor: 0.1 },
    optimiser: OPTIMISER,
    stages: JUDGE_STAGES,
  },
];
