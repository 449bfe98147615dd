import { isNoModel, modelKey, modelKeyAnyDevice, type ModelRef } from '../calls/model.ts';
import type { RunSpec } from '../runs/spec.ts';

/** A run as far as it matters whether it can stand beside another. */
export interface NamedRun {
  /** Letter under which the page speaks of it. */
  letter: string;
  spec: RunSpec;
  isFinished: boolean;
}

/** Whether runs can be compared, and what to know before their numbers are read. */
export type Comparability =
  | { kind: 'refused'; because: string; todo: string }
  | { kind: 'comparable'; cautions: readonly string[] };

type Role = 'student' | 'judge';

/** `A`, `A and B`, `A, B and C`. */
export function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}

function different(runs: readonly NamedRun[], of: (run: NamedRun) => unknown): boolean {
  return new Set(runs.map(of)).size > 1;
}

/** Each value with the letters of the runs that have it: `fp16 (A, B), fp32 (C)`. */
function byValue(runs: readonly NamedRun[], of: (run: NamedRun) => string): string {
  const letters = new Map<string, string[]>();
  for (const run of runs) {
    const value = of(run);
    letters.set(value, [...(letters.get(value) ?? []), run.letter]);
  }
  return [...letters].map(([value, names]) => `${value} (${names.join(', ')})`).join(', ');
}

/** The models of a role that compute something: baselines have no device and no number format. */
function computing(runs: readonly NamedRun[], role: Role): NamedRun[] {
  return runs.filter(({ spec }) => spec.roles[role].source !== 'baseline');
}

function judgeCaution(runs: readonly NamedRun[]): string[] {
  const judges = (run: NamedRun): ModelRef => run.spec.roles.judge;
  if (!different(runs, (run) => modelKeyAnyDevice(judges(run)))) return [];
  const names = new Set(runs.map((run) => judges(run).id));
  const who =
    names.size > 1
      ? byValue(runs, (run) => judges(run).id)
      : byValue(runs, (run) => `${judges(run).id} ${judges(run).dtype}`);
  if (runs.every(({ spec }) => isNoModel(spec.roles.student))) {
    return [`Each run is of another judge: ${who}. The numbers are the judges’ own.`];
  }
  return [
    `Judged by different judges: the difference includes the judges. ${who}. Where a number is of the judge’s opinion, it does not say which student is better.`,
  ];
}

function formatCautions(runs: readonly NamedRun[]): string[] {
  return (['student', 'judge'] as const).flatMap((role) => {
    const those = computing(runs, role);
    const cautions: string[] = [];
    if (different(those, ({ spec }) => spec.roles[role].device)) {
      cautions.push(
        `The ${role}s ran on different devices: ${byValue(those, ({ spec }) => spec.roles[role].device)}. The same weights can answer otherwise on another device.`,
      );
    }
    if (different(those, ({ spec }) => spec.roles[role].dtype)) {
      cautions.push(
        `The ${role}s have different number formats: ${byValue(those, ({ spec }) => spec.roles[role].dtype)}. The difference includes what rounding the weights does.`,
      );
    }
    return cautions;
  });
}

function sizeCautions(runs: readonly NamedRun[]): string[] {
  const cautions: string[] = [];
  const unfinished = runs.filter(({ isFinished }) => !isFinished).map(({ letter }) => letter);
  if (unfinished.length > 0) {
    cautions.push(
      `${listed(unfinished)} ${unfinished.length === 1 ? 'is' : 'are'} not finished: what is scored so far is compared, and the numbers will change.`,
    );
  }
  if (different(runs, ({ spec }) => spec.limit) || different(runs, ({ spec }) => spec.epochs)) {
    cautions.push(
      'The runs are of different length: each pair is compared over the items that both have scored.',
    );
  }
  return cautions;
}

/**
 * Whether runs can be compared: those of one pack, to the letter, and one protocol can. What else differs between them is said
 * in a sentence each, and is for the reader to weigh.
 */
export function comparability(runs: readonly NamedRun[]): Comparability {
  if (different(runs, ({ spec }) => spec.packId)) {
    return {
      kind: 'refused',
      because: `These runs are of different packs: ${byValue(runs, ({ spec }) => spec.packId)}. A difference between them would be one of questions, not of models.`,
      todo: 'Remove the runs of all but one pack, or play the models on the same pack.',
    };
  }
  if (different(runs, ({ spec }) => spec.packHash)) {
    return {
      kind: 'refused',
      because: `These runs are of different versions of the pack: ${byValue(runs, ({ spec }) => spec.packHash.slice(0, 8))}. Their items are not the same.`,
      todo: 'Remove the runs of the older version, or play their models again on this one.',
    };
  }
  if (different(runs, ({ spec }) => spec.protocol.id)) {
    return {
      kind: 'refused',
      because: `These runs were scored by different protocols: ${byValue(runs, ({ spec }) => spec.protocol.id)}. Their numbers do not measure the same thing.`,
      todo: 'Remove the runs of all but one protocol. A run that was played here can be scored again under another protocol, from its page.',
    };
  }
  const cautions: string[] = [];
  if (different(runs, ({ spec }) => spec.protocol.version)) {
    cautions.push(
      `Scored by different versions of the protocol: ${byValue(runs, ({ spec }) => `version ${String(spec.protocol.version)}`)}. The difference includes what changed between them.`,
    );
  }
  cautions.push(...judgeCaution(runs), ...formatCautions(runs), ...sizeCautions(runs));
  return { kind: 'comparable', cautions };
}

/** Whether two runs are the same answers under two judges. */
export function sameAnswersOtherJudge(
  { roles: first }: Pick<RunSpec, 'roles'>,
  { roles: second }: Pick<RunSpec, 'roles'>,
): boolean {
  return (
    modelKey(first.student) === modelKey(second.student) &&
    !isNoModel(first.judge) &&
    modelKey(first.judge) !== modelKey(second.judge)
  );
}
