import type { Arm } from './arm.ts';
import type { DistillSettings } from './experiment.ts';

/** A number that a reader types, with its limits. */
export interface NumberField {
  readonly id: string;
  readonly label: string;
  /** What it does, in a few words. */
  readonly hint: string;
  readonly least: number;
  readonly most: number;
  readonly isWhole: boolean;
}

function whole(id: string, label: string, hint: string, least: number, most: number): NumberField {
  return { id, label, hint, least, most, isWhole: true };
}

function real(id: string, label: string, hint: string, least: number, most: number): NumberField {
  return { id, label, hint, least, most, isWhole: false };
}

/** The settings of a training, within the limits of `settingsSchema`. */
export const SETTING_FIELDS: Readonly<Record<keyof DistillSettings, NumberField>> = {
  steps: whole('steps', 'Training steps', 'how often the student’s weights change', 1, 10_000),
  problems: whole('problems', 'Problems a step', 'new ones at every step', 1, 256),
  samples: whole('samples', 'Texts a problem', 'several show which answers are right', 1, 16),
  mostTokens: whole('mostTokens', 'Longest reply', 'tokens; what is longer is cut', 1, 512),
  fewestSteps: whole('fewestSteps', 'Shortest sum', 'steps of a problem', 2, 12),
  mostSteps: whole('mostSteps', 'Longest sum', 'steps of a problem', 2, 12),
  temperature: real('temperature', 'Temperature', '1 samples as the model means it', 0.05, 4),
  rate: real(
    'rate',
    'Learning rate',
    'AdamW’s peak, falling to a tenth; too high and it diverges',
    1e-6,
    0.1,
  ),
  warmupSteps: whole('warmupSteps', 'Warm-up', 'steps over which the rate rises', 0, 10_000),
  evaluateEvery: whole(
    'evaluateEvery',
    'Evaluate every',
    'steps; it is stored then too',
    1,
    100_000,
  ),
  heldOut: whole('heldOut', 'Held-out problems', 'the more, the narrower the interval', 1, 2000),
};

export type ReadNumber =
  { readonly ok: true; readonly value: number } | { readonly ok: false; readonly error: string };

/** Reads what was typed, or says what it should be. */
export function readNumber({ least, most, isWhole }: NumberField, text: string): ReadNumber {
  const typed = text.trim();
  const value = typed === '' ? Number.NaN : Number(typed);
  if (Number.isFinite(value) && value >= least && value <= most) {
    if (!isWhole || Number.isInteger(value)) return { ok: true, value };
  }
  const kind = isWhole ? 'a whole number' : 'a number';
  return { ok: false, error: `It must be ${kind} from ${String(least)} to ${String(most)}.` };
}

/** A number of an arm, and the arm with another in its place. */
export interface ArmField extends NumberField {
  readonly value: number;
  readonly set: (value: number) => Arm;
}

/** The numbers that an arm has, within the limits of `armSchema`. */
export function armFields(arm: Arm): readonly ArmField[] {
  const { prefix, objective, selection } = arm;
  const fields: ArmField[] = [];
  if (prefix.kind === 'fixed') {
    fields.push({
      ...whole('length', 'Prefix', 'tokens of each text that are written and learned from', 1, 512),
      value: prefix.length,
      set: (length) => ({ ...arm, prefix: { ...prefix, length } }),
    });
  }
  if (prefix.kind === 'growing') {
    fields.push(
      {
        ...whole('start', 'First prefix', 'tokens at the first step', 1, 512),
        value: prefix.start,
        set: (start) => ({ ...arm, prefix: { ...prefix, start } }),
      },
      {
        ...real('add', 'Growth a step', 'tokens; parts of one add up', 0, 512),
        value: prefix.add,
        set: (add) => ({ ...arm, prefix: { ...prefix, add } }),
      },
    );
  }
  if (objective.kind === 'divergence' && objective.divergence === 'jsd') {
    fields.push({
      ...real('beta', 'Mixture', 'the teacher’s share, β', 0.01, 0.99),
      value: objective.beta,
      set: (beta) => ({ ...arm, objective: { ...objective, beta } }),
    });
  }
  if (objective.kind === 'policy-gradient' && objective.lambda !== 1) {
    fields.push({
      ...real('lambda', 'Extrapolation', 'λ; 1 is plain distillation', 0, 10),
      value: objective.lambda,
      set: (lambda) => ({ ...arm, objective: { ...objective, lambda } }),
    });
  }
  if (objective.kind === 'policy-gradient' && objective.margin !== null) {
    fields.push({
      ...real('margin', 'Margin', 'nats by which right texts shall lead', 0, 10),
      value: objective.margin,
      set: (margin) => ({ ...arm, objective: { ...objective, margin } }),
    });
  }
  if (objective.kind === 'two-path') {
    fields.push({
      ...real('tau', 'Sharpness', 'τ; lower weighs fewer texts more', 0.01, 100),
      value: objective.tau,
      set: (tau) => ({ ...arm, objective: { ...objective, tau } }),
    });
  }
  if (selection.kind === 'tip' || selection.kind === 'entropy') {
    fields.push({
      ...real('keep', 'Share of tokens', 'that count', 0.01, 1),
      value: selection.keep,
      set: (keep) => ({ ...arm, selection: { ...selection, keep } }),
    });
  }
  return fields;
}
