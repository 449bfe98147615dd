import type { Arm } from './arm.ts';
import type { DistillSettings } from './experiment.ts';

/** Where a way to distil was described. */
export interface PresetPaper {
  readonly title: string;
  /** arXiv number. */
  readonly arxiv: string;
  /** Its id in the Atlas; null where the Atlas has no record of it. */
  readonly atlasId: string | null;
}

/** A way to train a student that a reader can choose by name. */
export interface ArmPreset {
  readonly id: string;
  readonly title: string;
  readonly arm: Arm;
  /** What it does, in one or two sentences. */
  readonly summary: string;
  /** What it takes besides a student, and where it differs from the paper. */
  readonly needs: string;
  readonly paper: PresetPaper;
}

const SEQ_KD: PresetPaper = {
  title: 'Sequence-Level Knowledge Distillation',
  arxiv: '1606.07947',
  atlasId: null,
};
const GKD: PresetPaper = {
  title: 'On-Policy Distillation of Language Models: Learning from Self-Generated Mistakes',
  arxiv: '2306.13649',
  atlasId: null,
};
const PREFIX: PresetPaper = {
  title: 'Fast and Effective On-policy Distillation from Reasoning Prefixes',
  arxiv: '2602.15260',
  atlasId: 'prefix-opd',
};

const LIGHTNING: PresetPaper = {
  title:
    'Lightning OPD: Efficient Post-Training for Large Reasoning Models with Offline On-Policy Distillation',
  arxiv: '2604.13010',
  atlasId: 'lightning-opd',
};

const full = { kind: 'full' } as const;
const all = { kind: 'all' } as const;
const reverse = { kind: 'divergence', divergence: 'reverse', beta: 0.5 } as const;
const plainGradient = {
  kind: 'policy-gradient',
  baseline: 'none',
  lambda: 1,
  margin: null,
} as const;

function onPolicy(objective: Arm['objective'], rest: Partial<Arm> = {}): Arm {
  return { source: 'student', prefix: full, objective, selection: all, ...rest };
}

/** The ways to distil that the lab offers by name, from the plainest on. */
export const ARM_PRESETS: readonly ArmPreset[] = [
  {
    id: 'supervised',
    title: 'Supervised',
    arm: { source: 'gold', prefix: full, objective: { kind: 'likelihood' }, selection: all },
    summary:
      'The student learns to repeat worked answers that are right. Nothing is sampled, and no teacher is asked.',
    needs: 'Worked answers to every training problem, which are rare outside of toy tasks.',
    paper: GKD,
  },
  {
    id: 'sequence-level',
    title: 'Sequence-level distillation',
    arm: { source: 'teacher', prefix: full, objective: { kind: 'likelihood' }, selection: all },
    summary:
      'The teacher writes answers, right or wrong, and the student learns to repeat them. The student never sees its own mistakes.',
    needs: 'A teacher that writes; its texts are paid for as sampling.',
    paper: SEQ_KD,
  },
  {
    id: 'on-policy',
    title: 'On-policy distillation, exact',
    arm: onPolicy(reverse),
    summary:
      'The student writes, the teacher says at every token how likely it finds each continuation, and the student moves towards it by the exact reverse KL.',
    needs: 'The teacher’s whole distribution at every token, and one vocabulary for both.',
    paper: GKD,
  },
  {
    id: 'policy-gradient',
    title: 'On-policy, one sample a token',
    arm: onPolicy(plainGradient),
    summary:
      'The same aim, estimated from the token that was written alone: more of what the teacher likes better than the student does, less of the rest.',
    needs: 'Only the teacher’s probability of the written token; noisier than the exact KL.',
    paper: PREFIX,
  },
  {
    id: 'fixed-prefix',
    title: 'Fixed prefix',
    arm: onPolicy(reverse, { prefix: { kind: 'fixed', length: 24 } }),
    summary:
      'The student stops writing after so many tokens and learns from those. Sampling, teacher and training all become cheaper.',
    needs: 'A length to stop at. Nothing teaches the student how to end.',
    paper: PREFIX,
  },
  {
    id: 'growing-prefix',
    title: 'Growing prefix',
    arm: onPolicy(reverse, { prefix: { kind: 'growing', start: 8, add: 1 } }),
    summary:
      'The prefix starts short and grows with every step, so that early steps are cheap and late ones reach the end of the answer.',
    needs: 'A first length and a growth a step; the paper grows by 256 tokens on long answers.',
    paper: PREFIX,
  },
  {
    id: 'forward-kl',
    title: 'On-policy, forward KL',
    arm: onPolicy({ kind: 'divergence', divergence: 'forward', beta: 0.5 }),
    summary:
      'The student writes, and is moved to cover everything that the teacher finds likely, rather than to settle on one way.',
    needs: 'The teacher’s whole distribution at every token.',
    paper: GKD,
  },
  {
    id: 'jsd',
    title: 'On-policy, Jensen–Shannon',
    arm: onPolicy({ kind: 'divergence', divergence: 'jsd', beta: 0.5 }),
    summary: 'Between the two KLs: both models are compared with their mixture, half and half.',
    needs: 'The teacher’s whole distribution at every token.',
    paper: GKD,
  },
  {
    id: 'tip',
    title: 'TIP: important tokens',
    arm: onPolicy(reverse, { selection: { kind: 'tip', keep: 0.5, winsorise: false } }),
    summary:
      'Of each step’s tokens only half count: those where the student is unsure, or far from the teacher.',
    needs: 'Entropy and KL at every token, so sampling and teacher cost the same as without it.',
    paper: {
      title: 'TIP: Token Importance in On-Policy Distillation',
      arxiv: '2604.14084',
      atlasId: 'tip',
    },
  },
  {
    id: 'vopd',
    title: 'vOPD: a KL as baseline',
    arm: onPolicy({ ...plainGradient, baseline: 'kl' }),
    summary:
      'One sample a token, with the expected reward subtracted. The mean gradient stays the same; its variance often falls, and the page measures by how much.',
    needs: 'The KL at every token, to subtract it.',
    paper: {
      title: 'KL for a KL: On-Policy Distillation with Control Variate Baseline',
      arxiv: '2605.07865',
      atlasId: 'vopd',
    },
  },
  {
    id: 'exopd',
    title: 'ExOPD: past the teacher',
    arm: onPolicy({ ...plainGradient, lambda: 1.25 }),
    summary:
      'Rewards what sets the teacher apart from the student as it was at the start, by a quarter more than plain distillation does.',
    needs: 'Probabilities under three models: student, teacher and the student at the start.',
    paper: {
      title:
        'Learning beyond Teacher: Generalized On-Policy Distillation with Reward Extrapolation',
      arxiv: '2602.12125',
      atlasId: 'g-opd',
    },
  },
  {
    id: 'scope',
    title: 'SCOPE: two paths',
    arm: onPolicy({ kind: 'two-path', tau: 1 }),
    summary:
      'Right answers are repeated, the unsure ones most; wrong answers are corrected by the teacher, where it is confident most.',
    needs: 'Whole answers that can be checked, and better several a problem.',
    paper: {
      title:
        'SCOPE: Signal-Calibrated On-Policy Distillation Enhancement with Dual-Path Adaptive Weighting',
      arxiv: '2604.10688',
      atlasId: 'scope',
    },
  },
  {
    id: 'lightning',
    title: 'Lightning: cached texts',
    arm: { source: 'cached', prefix: full, objective: plainGradient, selection: all },
    summary:
      'The student writes once, at the start, and the teacher reads it once. Every later step learns from what was kept, so only training is paid for.',
    needs: 'Room for the texts; they grow stale as the student changes.',
    paper: LIGHTNING,
  },
  {
    id: 'lightning-mismatch',
    title: 'Lightning, with another teacher',
    arm: {
      source: 'cached',
      prefix: full,
      objective: plainGradient,
      selection: all,
      teacher: 'exchanged',
    },
    summary:
      'Lightning with its condition broken: the teacher that reads the texts is not the one whose way of writing the student was tuned on. It is as able, and says “is” wherever the other writes “=”.',
    needs:
      'Nothing more; it is here to be watched failing. The exchange is ours, the paper used other models.',
    paper: LIGHTNING,
  },
  {
    id: 'uni-opd',
    title: 'Uni-OPD: a margin',
    arm: onPolicy({ ...plainGradient, margin: 0.1 }),
    summary:
      'One sample a token; where the teacher ranks wrong answers to a problem above right ones, rewards are shifted until right ones lead by a margin.',
    needs: 'Whole answers that can be checked, and two or more a problem.',
    paper: {
      title: 'Uni-OPD: Unifying On-Policy Distillation with a Dual-Perspective Recipe',
      arxiv: '2605.03677',
      atlasId: 'uni-opd',
    },
  },
  {
    id: 'caopd',
    title: 'CaOPD: how sure it is',
    arm: onPolicy({ kind: 'calibration' }),
    summary:
      'The student learns from the teacher, and to end each answer with how sure it is: what it is taught to say is the share of its own texts over that problem that were right.',
    needs:
      'Whole answers that can be checked, and several a problem; more texts make a finer share.',
    paper: {
      title:
        'The Illusion of Certainty: Decoupling Capability and Calibration in On-Policy Distillation',
      arxiv: '2604.16830',
      atlasId: 'caopd',
    },
  },
];

/** Settings that a first training starts with: some minutes on a processor. */
export const USUAL_SETTINGS: DistillSettings = {
  fewestSteps: 2,
  mostSteps: 5,
  problems: 8,
  samples: 2,
  mostTokens: 96,
  temperature: 1,
  rate: 0.0003,
  warmupSteps: 5,
  steps: 100,
  evaluateEvery: 20,
  heldOut: 64,
};

/** The bundled pair: both share a tokenizer, so distributions can be compared token by token. */
export const BUNDLED_PAIR = {
  teacher: 'arithmetic-teacher',
  student: 'arithmetic-student',
} as const;
