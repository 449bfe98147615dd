import type { Arm } from './arm.ts';
import type { DistillSettings } from './experiment.ts';
import { needsOf } from './needs.ts';
import { isWhole } from './prefix.ts';

export type ArmCheck = { readonly ok: true } | { readonly ok: false; readonly error: string };

type Settings = Pick<DistillSettings, 'mostTokens' | 'samples'>;

/** Whether an arm can be trained at all, and if not, why, and what to change. Says nothing about whether it is a good idea. */
export function checkArm(arm: Arm, settings: Settings): ArmCheck {
  const error = RULES.map((rule) => rule(arm, settings)).find((found) => found !== null);
  return error === undefined ? { ok: true } : { ok: false, error };
}

type Rule = (arm: Arm, settings: Settings) => string | null;

const OBJECTIVE_NAMES: Readonly<Record<Arm['objective']['kind'], string>> = {
  likelihood: 'Likelihood',
  divergence: 'A divergence',
  'policy-gradient': 'The margin between right and wrong texts',
  'two-path': 'The two-path objective',
  calibration: 'The calibration objective',
};

const isOwn = ({ source }: Arm): boolean => source === 'student' || source === 'cached';

const RULES: readonly Rule[] = [
  (arm) =>
    arm.teacher === 'exchanged' && (arm.source === 'teacher' || !needsOf(arm).teacher)
      ? 'The other teacher reads texts and writes none: let the student write, take cached texts or worked answers, and choose an objective that asks the teacher.'
      : null,
  (arm) =>
    arm.objective.kind === 'policy-gradient' && !isOwn(arm)
      ? `A policy gradient is an average over what the student itself writes, and these texts are ${arm.source === 'gold' ? 'worked answers' : 'the teacher’s'}: let the student write, take cached texts, or choose a divergence or likelihood.`
      : null,
  (arm) =>
    arm.objective.kind === 'likelihood' && isOwn(arm)
      ? 'Likelihood of the student’s own texts has no gradient on average, so nothing would be learned: choose worked answers or the teacher’s texts, or another objective.'
      : null,
  (arm) =>
    needsOf(arm).correctness && !isOwn(arm)
      ? `${OBJECTIVE_NAMES[arm.objective.kind]} tells the student’s right texts from its wrong ones: let the student write, or take cached texts.`
      : null,
  (arm, { mostTokens }) =>
    needsOf(arm).correctness && !isWhole(arm.prefix, mostTokens)
      ? `${OBJECTIVE_NAMES[arm.objective.kind]} needs to know which texts are right, and a text that is cut never comes to its answer: choose the full text, or a prefix of at least ${String(mostTokens)} tokens.`
      : null,
  (arm, { samples }) =>
    needsOf(arm).correctness && samples < 2
      ? `${OBJECTIVE_NAMES[arm.objective.kind]} compares texts over one problem: ask for 2 texts a problem or more.`
      : null,
  ({ objective, selection }) =>
    objective.kind === 'likelihood' && selection.kind !== 'all'
      ? 'Tokens are chosen by what student and teacher make of them, and plain likelihood asks no teacher: let all tokens count, or choose a divergence.'
      : null,
  ({ objective, selection }) =>
    objective.kind === 'calibration' && selection.kind !== 'all'
      ? 'The confidence line has to be learned whole, so the calibration objective goes with all tokens.'
      : null,
  ({ selection }) =>
    (selection.kind === 'tip' || selection.kind === 'entropy') && selection.keep === 0
      ? 'A selection that keeps no token leaves nothing to learn from: keep a share above 0.'
      : null,
  ({ objective }) =>
    objective.kind === 'divergence' &&
    objective.divergence === 'jsd' &&
    (objective.beta === 0 || objective.beta === 1)
      ? `The Jensen-Shannon divergence is 0 for every student when beta is ${String(objective.beta)}: choose a beta between 0 and 1, or the reverse or forward divergence.`
      : null,
  ({ objective }) =>
    objective.kind === 'policy-gradient' && objective.baseline === 'kl' && objective.lambda !== 1
      ? 'The KL baseline is the expected advantage of plain OPD and of no other lambda: set lambda to 1, or take no baseline.'
      : null,
];
