import { isNoModel, type ModelRef } from '../../core/calls/model.ts';
import { describeStamp } from '../../core/parity/describeStamp.ts';
import { settledStamp } from '../../core/parity/settledStamp.ts';
import type { ParityStamp } from '../../core/parity/stamp.ts';
import { constantReplyOf } from '../../core/models/constantReply.ts';
import type { Metric, MetricHead } from '../../core/protocols/metric.ts';
import type { RunSummary } from '../../core/runs/runSummary.ts';
import { usesEndpoint, type RunSpec } from '../../core/runs/spec.ts';
import type { Execution, Parity, Provenance } from '../../core/share/bundle.ts';
import { BOOTSTRAP, type Interval } from '../../core/stats/bootstrapInterval.ts';
import { isOneCluster, ONE_CLUSTER } from '../../core/stats/oneCluster.ts';
import {
  formatCount,
  formatDecimal,
  formatDelta,
  formatIntervalCell,
  formatQuantity,
} from '../formatNumber.ts';
import { formatDay } from '../formatTime.ts';
import { basisInWords } from '../run/basisInWords.ts';
import { notCounted, runDevice, saysAlways } from '../run/describeRun.ts';
import { symbolsOf } from './metricSymbols.ts';

/** One line of a receipt. */
export interface ReceiptFact {
  term: string;
  value: string;
  /** Ids, hashes and revisions stand in fixed-width letters. */
  isCode: boolean;
}

/** All that stands behind one number of a run. */
export interface ReceiptSource {
  spec: RunSpec;
  summary: RunSummary;
  /** Null while a run is not finished. */
  provenance: Provenance | null;
  metric: MetricHead;
  interval: Interval;
  /** The stratum whose items alone are counted, in words: `theme`, `response depth`. */
  within?: { word: string; name: string };
}

/** Any number's explanation: the lines, and the command that computes it again, where there is one. */
export interface Explanation {
  facts: readonly ReceiptFact[];
  command: string | null;
}

/** How every interval is drawn, with the counts of this one. */
export function describeInterval({ clusters }: Pick<Interval, 'clusters'>): string {
  if (isOneCluster({ clusters })) {
    return `${ONE_CLUSTER}. A bootstrap draws documents again, and of one it draws the same rows every time`;
  }
  return `95 % percentile bootstrap: ${formatCount(BOOTSTRAP.resamples)} resamples, each of ${formatQuantity(clusters, 'cluster')} drawn with replacement, seed “${BOOTSTRAP.seed}”; from the 2.5 % to the 97.5 % quantile`;
}

function isBaseline(model: ModelRef): boolean {
  return model.source === 'baseline';
}

/** A model with all that decides its replies but the device. */
export function describeModel(model: ModelRef): string {
  const constant = constantReplyOf(model);
  if (constant !== null) return `${model.id} (baseline), ${saysAlways(constant)}`;
  if (isBaseline(model)) return `${model.id} (baseline)`;
  if (model.source === 'endpoint') {
    return `${model.id} @ ${model.revision}, behind an endpoint: weights and number format unknown`;
  }
  const from = model.source === 'folder' ? ' (from a folder)' : '';
  return `${model.id}${from} @ ${model.revision}, ${model.dtype}`;
}

function describeExecution(model: ModelRef, execution: Execution | undefined): string {
  if (isBaseline(model)) return 'computes nothing';
  if (execution === undefined) return model.device;
  return `${execution.device}, ${execution.hardware}, ${execution.runtime}`;
}

/** One replay in one sentence. */
export function describeParity(parity: Parity): string {
  const compared = `${formatQuantity(parity.flips, 'flip')} in ${formatQuantity(parity.choices, 'choice')}`;
  const texts = `${formatCount(parity.textsChanged)} of ${formatQuantity(parity.texts, 'text')} changed`;
  const delta =
    parity.maxAbsDeltaLogprob === null
      ? 'no log-probability compared'
      : `max |Δ logprob| ${formatDelta(parity.maxAbsDeltaLogprob)}`;
  const hardware = parity.hardware === '' ? '' : ` (${parity.hardware})`;
  return `on ${parity.device}${hardware}: ${compared}, ${texts}, ${delta}`;
}

/** The lines of a number's receipt, in the order a reader asks for them. */
export function receiptFacts(source: ReceiptSource, metric: Metric): ReceiptFact[] {
  const { spec, summary, provenance, interval } = source;
  const { student, judge } = spec.roles;
  const facts: ReceiptFact[] = [];
  const add = (term: string, value: string, isCode = false): void => {
    facts.push({ term, value, isCode });
  };
  const addStamp = (term: string, model: ModelRef, stamp: ParityStamp | undefined): void => {
    if (provenance !== null) add(term, describeStamp(settledStamp(model) ?? stamp));
  };
  add(metric.title, formatIntervalCell(interval, 3));
  add('Formula', metric.formula);
  const symbols = symbolsOf(spec.protocol.id, metric.id);
  if (symbols !== null) add('In symbols', symbols, true);
  add('After', metric.source);
  add('Measured by', basisInWords(metric.basis));
  if (metric.chance !== null) add('A coin gets', formatDecimal(metric.chance));
  add('Interval', describeInterval(interval));
  if (source.within !== undefined) {
    add('Of', `the items of one ${source.within.word} alone: ${source.within.name}`);
  }
  add(
    'Rows',
    `${formatQuantity(interval.n, 'item')} in ${formatQuantity(interval.clusters, 'cluster')}`,
  );
  add('Not counted', notCounted(spec, summary));
  add('Pack', spec.packId, true);
  add('Pack hash', spec.packHash, true);
  add('Protocol', `${spec.protocol.id}@${String(spec.protocol.version)}`, true);
  if (!isNoModel(student)) {
    add('Student', describeModel(student), true);
    add('Student ran on', describeExecution(student, provenance?.student));
    addStamp('Student’s parity probe', student, provenance?.stamps?.student);
  }
  if (!isNoModel(judge)) {
    add('Judge', describeModel(judge), true);
    add('Judge ran on', describeExecution(judge, provenance?.judge));
    addStamp('Judge’s parity probe', judge, provenance?.stamps?.judge);
  }
  if (provenance === null) add('Finished', 'not yet');
  else {
    if (provenance.parity.length === 0) add('Parity on replay', 'not measured');
    for (const parity of provenance.parity) add('Parity on replay', describeParity(parity));
    add('Finished', `${formatDay(provenance.finishedAt)}, Benchside ${provenance.appVersion}`);
  }
  return facts;
}

function terminalName({ source, id, revision, dtype }: ModelRef): string {
  if (source === 'hub') return `${id}@${revision}`;
  return source === 'bundled' && dtype !== 'fp32' ? `${id}@${dtype}` : id;
}

/**
 * A profile of its own, begun anew: what the terminal's usual profile remembers would only be read out, and stays there.
 */
const FROM_NOTHING = '--profile .cache/recompute --fresh';

/**
 * The terminal command that runs a spec again. It takes one number format for both models; where
 * two hub models have two, it says so in a comment instead of passing over it.
 */
export function recomputeCommand(spec: RunSpec): string {
  const { student, judge } = spec.roles;
  if (usesEndpoint(spec)) {
    return '# An endpoint took part, and a terminal knows no endpoints: run it on the Run page.';
  }
  const ranOn = runDevice(spec);
  const [dtype, other] = new Set(
    [student, judge].filter(({ source }) => source === 'hub').map((model) => model.dtype),
  );
  const folders = [student, judge].filter(({ source }) => source === 'folder');
  if (folders.length > 0) {
    const names = [...new Set(folders.map(({ id }) => id))].join(' and ');
    return `# ${names}: from a folder, which no command can fetch. Put it on the Models page of the site and run it there.`;
  }
  return [
    `npm run benchside -- run --pack ${spec.packId}`,
    // The kind's first protocol needs no name, but which one that is may change.
    `--protocol ${spec.protocol.id}`,
    ...(isNoModel(student) ? [] : [`--student ${terminalName(student)}`]),
    ...(isNoModel(judge) ? [] : [`--judge ${terminalName(judge)}`]),
    `--device ${ranOn === 'none' ? 'auto' : ranOn}`,
    ...(dtype === undefined ? [] : [`--dtype ${dtype}`]),
    ...(spec.limit === null ? [] : [`--limit ${String(spec.limit)}`]),
    FROM_NOTHING,
    ...(other === undefined ? [] : [`# the judge ran as ${other}; --dtype serves both`]),
  ].join(' ');
}
