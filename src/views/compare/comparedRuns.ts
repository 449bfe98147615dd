import { isNoModel } from '../../core/calls/model.ts';
import type { Paint } from '../../core/figures/scene.ts';
import { subjectOf } from '../../core/runs/spec.ts';
import type { RunsStore } from '../../lab/runs.svelte.ts';
import { formatDay } from '../../ui/formatTime.ts';
import { modelColour } from '../../ui/modelColour.ts';
import { describeStudent } from '../../ui/run/describeRun.ts';

export type KnownRun = RunsStore['records'][number];

/** A run with the names under which this page speaks of it. */
export interface ComparedRun {
  /** `A` for the first. */
  letter: string;
  /** Id in the address, which may be that of the spec alone. */
  id: string;
  record: KnownRun;
  /** Model whose numbers the run's are. */
  model: string;
  /** Custom property of the model's colour. */
  colour: Paint;
}

const ORIGINS = { local: 'this browser', reference: 'reference run', shared: 'shared' };

/** When a run was finished, or last touched. */
function dayOf({ provenance, updatedAt }: KnownRun): string {
  return formatDay(provenance?.finishedAt ?? new Date(updatedAt).toISOString());
}

/** What tells runs apart in a list: number format, device, judge, items, day, origin. */
export function runFacts(run: KnownRun): string {
  const { student, judge } = run.spec.roles;
  return [
    describeStudent(subjectOf(run.spec)),
    ...(isNoModel(student) || isNoModel(judge) ? [] : [`judged by ${judge.id}`]),
    run.summary === null
      ? `${String(run.state.unitsDone)} of ${String(run.state.unitsTotal)} items`
      : `${String(run.summary.units)} items`,
    dayOf(run),
    ORIGINS[run.origin],
  ].join(' · ');
}

/** Gives runs their letters, in the order of the address. */
export function letterRuns(runs: readonly { id: string; record: KnownRun }[]): ComparedRun[] {
  return runs.map(({ id, record }, index) => {
    const subject = subjectOf(record.spec);
    return {
      letter: String.fromCodePoint(65 + index),
      id,
      record,
      model: subject.id,
      colour: modelColour(subject),
    };
  });
}

/** Runs that can stand side by side. */
export interface RunGroup {
  key: string;
  title: string;
  runs: readonly KnownRun[];
}

/** Key under which runs are comparable: the pack to the letter, and the protocol. */
export function groupKey({ spec }: Pick<KnownRun, 'spec'>): string {
  return `${spec.packId} ${spec.packHash} ${spec.protocol.id}`;
}

/** What a search looks through. */
function wordsOf(run: KnownRun, title: string): string {
  const { packId, protocol, roles } = run.spec;
  return `${title} ${packId} ${protocol.id} ${roles.student.id} ${roles.judge.id} ${runFacts(run)}`.toLowerCase();
}

/**
 * Runs by pack and protocol, for choosing. A run is found when every word of the search is somewhere in its model, pack,
 * protocol, judge or date. Groups keep the order of their newest run.
 */
export function groupRuns(
  runs: readonly KnownRun[],
  titleOf: (run: KnownRun) => string,
  search: string,
): RunGroup[] {
  const words = search.toLowerCase().split(/\s+/u).filter(Boolean);
  const groups = new Map<string, { key: string; title: string; runs: KnownRun[] }>();
  for (const run of runs) {
    if (run.summary === null && run.state.unitsDone === 0) continue;
    const title = titleOf(run);
    const text = wordsOf(run, title);
    if (!words.every((word) => text.includes(word))) continue;
    const key = groupKey(run);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { key, title, runs: [run] });
    else group.runs.push(run);
  }
  return [...groups.values()];
}
