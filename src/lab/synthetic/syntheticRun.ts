import { NO_MODEL, type ModelRef } from '../../core/calls/model.ts';
import type { ParityStamp } from '../../core/parity/stamp.ts';
import type { Metric, ValueRow } from '../../core/protocols/metric.ts';
import { protocolOf } from '../../core/protocols/registry.ts';
import type { Random } from '../../core/random.ts';
import { plan, unitKey, type Unit } from '../../core/runs/plan.ts';
import { SUMMARY_VERSION, type MetricValue } from '../../core/runs/runSummary.ts';
import { runIdentity, type RunSpec } from '../../core/runs/spec.ts';
import { initialRunState } from '../../core/runs/state.ts';
import { fromColumns, type Provenance, type ResultBundle } from '../../core/share/bundle.ts';
import type { RunRecord, ScoreRecord } from '../../db/records.ts';

/** What runs of one board are made up from: results that were really measured, and the items' names. */
export interface BoardTemplate {
  readonly results: readonly {
    spec: RunSpec;
    provenance: Provenance;
    rows: readonly ScoreValues[];
  }[];
  /** The units of a run of one epoch: the order does not depend on the models, and costs a hash an item. */
  readonly units: readonly Unit[];
}

type ScoreValues = ScoreRecord['values'];

export function boardTemplate(
  bundles: readonly ResultBundle[],
  itemIds: readonly string[],
): BoardTemplate {
  const [first] = bundles;
  return {
    results: bundles.map((bundle) => ({
      spec: bundle.spec,
      provenance: bundle.provenance,
      rows: fromColumns(bundle),
    })),
    units: first === undefined ? [] : plan({ ...first.spec, limit: null, epochs: 1 }, itemIds),
  };
}

const MODELS = 160;
const JUDGES = ['rubric-judge', 'synthetic-judge-a', 'synthetic-judge-b', 'synthetic-judge-c'];
const DAY_MS = 86_400_000;
/** 1 November 2026; made-up runs lie in the two years before. */
const NEWEST_MS = Date.UTC(2026, 10, 1);

function hex(random: Random, digits: number): string {
  return Array.from({ length: digits }, () => random.int(16).toString(16)).join('');
}

function modelRef(id: string, random: Random): ModelRef {
  return {
    source: 'hub',
    id,
    revision: hex(random, 40),
    dtype: random.pick(['fp32', 'fp16', 'q8', 'q4', 'q4f16']),
    device: random.chance(0.4) ? 'webgpu' : 'wasm',
  };
}

function stampOf({ device }: ModelRef, at: string, random: Random): ParityStamp {
  if (device !== 'webgpu') return { verdict: 'reference' };
  if (random.chance(0.1)) return { verdict: 'unknown', reason: 'Made up for a measurement.' };
  const fails = random.chance(0.05);
  return {
    verdict: fails ? 'fail' : 'pass',
    probe: 1,
    hardware: 'synthetic',
    runtime: 'synthetic',
    checkedAt: at,
    figures: {
      prompts: 6,
      positions: 66,
      maxAbsDeltaLogprob: fails ? 3 : 1e-5,
      meanKl: 0,
      topAgreed: 66,
      greedyTokens: 48,
      greedyAgreed: 48,
    },
  };
}

/** A metric with an interval of about the right width: a bootstrap for each of thousands of runs would take an hour. */
function madeUpMetric(metric: Metric, rows: readonly ValueRow[]): MetricValue {
  const measured = rows.filter(({ values }) => typeof values[metric.measuredBy] === 'number');
  const estimate = measured.length === 0 ? null : metric.estimate(measured);
  if (estimate === null) return { metricId: metric.id, interval: null };
  const n = measured.length;
  const half = 1.96 * Math.sqrt(Math.max(0.01, Math.abs(estimate * (1 - estimate))) / n);
  return {
    metricId: metric.id,
    interval: { estimate, low: estimate - half, high: estimate + half, n, clusters: n },
  };
}

/**
 * A finished run that nobody played, with values drawn from measured ones, so that every column and panel has something to
 * show. Its origin says that it is made up, and no result is ever written from it.
 */
export function syntheticRun(
  template: BoardTemplate,
  random: Random,
): { record: RunRecord; scores: ScoreRecord[] } {
  const { spec: given, provenance, rows: pool } = random.pick(template.results);
  const hasJudge = given.roles.judge.id !== NO_MODEL.id;
  const model = `synthetic/model-${String(random.int(MODELS)).padStart(3, '0')}`;
  const finishedMs = NEWEST_MS - random.int(730) * DAY_MS - random.int(DAY_MS);
  const at = new Date(finishedMs).toISOString();
  const student = modelRef(model, random);
  const judge: ModelRef = hasJudge
    ? { ...given.roles.judge, id: random.pick(JUDGES) }
    : given.roles.judge;
  const spec: RunSpec = {
    ...given,
    limit: null,
    roles: { student, judge },
    epochs: random.chance(0.1) ? 4 : 1,
  };
  const runId = `synthetic-${runIdentity(spec)}`;
  const scores = Array.from({ length: spec.epochs }, (_, epoch) =>
    template.units.map(({ itemId }): ScoreRecord => ({
      runId,
      unitKey: unitKey(itemId, epoch + 1),
      itemId,
      values: random.pick(pool),
      detail: null,
      calls: [],
    })),
  ).flat();
  const rows = scores.map(({ itemId, values }) => ({ cluster: itemId, stratum: '', values }));
  const units = scores.length;
  const unscored = random.int(5);
  const execution = { device: student.device, hardware: 'synthetic', runtime: 'synthetic' };
  const activeMs = 20_000 + random.int(900_000);
  const stamps = { student: stampOf(student, at, random) };
  return {
    record: {
      runId,
      origin: 'synthetic',
      spec,
      state: {
        ...initialRunState,
        status: 'finished',
        unitsTotal: units,
        unitsDone: units,
        callsMade: units,
        activeMs,
      },
      createdAt: finishedMs,
      updatedAt: finishedMs,
      execution: { student: execution, judge: provenance.judge },
      parity: [],
      stamps,
      provenance: {
        appVersion: 'synthetic',
        finishedAt: at,
        activeMs,
        callsMade: units,
        callsRemembered: 0,
        student: execution,
        judge: provenance.judge,
        stamps,
        usage: { promptTokens: units * 400, newTokens: units * (20 + random.int(60)) },
        parity: [],
      },
      summary: {
        metrics: protocolOf(spec.protocol).metrics.map((metric) => madeUpMetric(metric, rows)),
        units,
        criteria: units * 4,
        unscored,
        unreadable: random.int(9),
      },
      summaryVersion: SUMMARY_VERSION,
    },
    scores,
  };
}
