import type { ModelShape } from '../shape.ts';
import type { OptimiserSettings, Recipe } from './recipe.ts';

/** Entries of the one vocabulary that all bundled models share. */
export const VOCABULARY_SIZE = 1280;

const OPTIMISER: OptimiserSettings = {
  beta1: 0.9,
  beta2: 0.95,
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

const STUDENT_PACKING = { rows: 9, length: 336, sites: 704, trunkWeight: 0.1 };

const LIMITS =
  'Knows only the concepts and the wording of the generated discharge notes. Not for medical use of any kind.';

export const RECIPES: readonly Recipe[] = [
  {
    name: 'student-small',
    title: 'Student, small',
    role: 'student',
    summary: 'Says whether a generated discharge note supports a concept, and which sentences show it.',
    limits: LIMITS,
    shape: shape(64, 2, 4, 2, 192),
    seed: 'student-small-1',
    schedule: { peakRate: 3e-3, warmupSteps: 100, totalSteps: 2000, floor: 0.1 },
    optimiser: OPTIMISER,
    packing: STUDENT_PACKING,
    groupsPerBatch: 10,
    questionsPerGroup: 8,
    heldOutBatches: 4,
  },
  {
    name: 'student-large',
    title: 'Student, large',
    role: 'student',
    summary: 'Says whether a generated discharge note supports a concept, and which sentences show it.',
    limits: LIMITS,
    shape: shape(128, 4, 4, 2, 384),
    seed: 'student-large-1',
    schedule: { peakRate: 2e-3, warmupSteps: 100, totalSteps: 2600, floor: 0.1 },
    optimiser: OPTIMISER,
    packing: STUDENT_PACKING,
    groupsPerBatch: 10,
    questionsPerGroup: 8,
    heldOutBatches: 4,
  },
  {
    name: 'judge',
    title: 'Judge',
    role: 'judge',
    summary: 'Says whether the sentences it is shown, and nothing else, support a concept.',
    limits: LIMITS,
    shape: shape(128, 4, 4, 2, 384),
    seed: 'judge-1',
    schedule: { peakRate: 2e-3, warmupSteps: 100, totalSteps: 1800, floor: 0.1 },
    optimiser: OPTIMISER,
    packing: { rows: 12, length: 256, sites: 640, trunkWeight: 0.1 },
    groupsPerBatch: 40,
    questionsPerGroup: 6,
    heldOutBatches: 4,
  },
];
