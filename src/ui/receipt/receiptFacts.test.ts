import { describe, expect, it } from 'vitest';
import { NO_MODEL, type LocalModelRef, type ModelRef } from '../../core/calls/model.ts';
import { majorityModel } from '../../core/models/constantReply.ts';
import { verifyEvidence } from '../../core/protocols/verifyEvidence/protocol.ts';
import type { RunSpec } from '../../core/runs/spec.ts';
import type { Parity } from '../../core/share/bundle.ts';
import { PROTOCOLS } from '../../core/protocols/registry.ts';
import { explainReplay } from './explainRun.ts';
import { SYMBOL_KEYS, symbolsOf } from './metricSymbols.ts';
import { receiptFacts, recomputeCommand, type ReceiptSource } from './receiptFacts.ts';

const student: LocalModelRef = {
  source: 'bundled',
  id: 'student-small',
  revision: 'a1b2',
  dtype: 'fp32',
  device: 'webgpu',
};
const remote: ModelRef = {
  source: 'endpoint',
  id: 'qwen3:4b',
  revision: 'llm.example:8443#0123abcd',
  dtype: 'unknown',
  device: 'remote',
};
const random: LocalModelRef = { ...student, source: 'baseline', id: 'random', device: 'none' };
function leadingMetric() {
  const [metric] = verifyEvidence.metrics;
  if (metric === undefined) throw new Error('the protocol has no metric');
  return metric;
}

const spec: RunSpec = {
  packId: 'concepts',
  packHash: '0'.repeat(64),
  protocol: { id: 'verify-evidence', version: 2 },
  roles: { student, judge: { ...student, id: 'judge' } },
  limit: null,
  epochs: 1,
};
const metric = leadingMetric();
const source: ReceiptSource = {
  spec,
  summary: { metrics: [], units: 40, criteria: 60, unscored: 1, unreadable: 2 },
  provenance: null,
  metric,
  interval: { estimate: 0.6249, low: 0.58, high: 0.66, n: 40, clusters: 8 },
};

describe('receiptFacts', () => {
  it('names what was left out and of how many', () => {
    const fact = receiptFacts(source, metric).find(({ term }) => term === 'Not counted');
    expect(fact?.value).toBe('1 of 60 criteria unscored, 2 unreadable answers');
  });

  it('shows no judge where none takes part, and what a majority baseline always says', () => {
    const majority = majorityModel('yes\n1');
    if (majority === null) throw new Error('too long');
    const roles = { student: majority, judge: NO_MODEL };
    const facts = receiptFacts({ ...source, spec: { ...spec, roles } }, metric);
    expect(facts.map(({ term }) => term)).not.toContain('Judge');
    expect(facts.find(({ term }) => term === 'Student')?.value).toBe(
      'majority (baseline), always says “yes ⏎ 1”',
    );
    const notCounted = (some: typeof facts) =>
      some.find(({ term }) => term === 'Not counted')?.value;
    // Without a judge, unscored is what the runtime gave no number for.
    expect(notCounted(facts)).toBe('1 unscored, 2 unreadable answers');
    const { summary } = source;
    const read = { ...source, spec: { ...spec, roles }, summary: { ...summary, unscored: 0 } };
    expect(notCounted(receiptFacts(read, metric))).toBe('2 unreadable answers');
  });

  it('says of a model behind an endpoint where it is and what is not known of it', () => {
    const facts = receiptFacts(
      { ...source, spec: { ...spec, roles: { student, judge: remote } } },
      metric,
    );
    const valueOf = (wanted: string) => facts.find(({ term }) => term === wanted)?.value;
    expect(valueOf('Judge')).toBe(
      'qwen3:4b @ llm.example:8443#0123abcd, behind an endpoint: weights and number format unknown',
    );
    expect(valueOf('Judge ran on')).toBe('remote');
  });

  it('says that parity was not measured instead of leaving it out', () => {
    const execution = { device: 'webgpu' as const, hardware: 'an adapter', runtime: 'a runtime' };
    const provenance = {
      appVersion: '0.1.0',
      finishedAt: '2026-11-20T10:00:00.000Z',
      activeMs: 1,
      callsMade: 1,
      callsRemembered: 0,
      student: execution,
      judge: execution,
      parity: [],
    };
    const facts = receiptFacts({ ...source, provenance }, metric);
    expect(facts.find(({ term }) => term === 'Parity on replay')?.value).toBe('not measured');
    expect(facts.find(({ term }) => term === 'Student ran on')?.value).toBe(
      'webgpu, an adapter, a runtime',
    );
  });
});

describe('an explanation', () => {
  it('tells the interval, with resamples, clusters and seed, and the formula in symbols', () => {
    const facts = receiptFacts(source, metric);
    const valueOf = (wanted: string) => facts.find(({ term }) => term === wanted)?.value;
    expect(valueOf('Interval')).toBe(
      '95 % percentile bootstrap: 1,000 resamples, each of 8 clusters drawn with replacement, seed “benchside”; from the 2.5 % to the 97.5 % quantile',
    );
    const one = { estimate: 0.5, low: 0.5, high: 0.5, n: 4, clusters: 1 };
    const alone = receiptFacts({ ...source, interval: one }, metric);
    expect(alone[0]?.value).toBe('0.500');
    expect(alone.find(({ term }) => term === 'Interval')?.value).toMatch(
      /^one document: no interval\./u,
    );
    expect(valueOf('In symbols')).toBe('F₁ = 2 TP / (2 TP + FP + FN)');
    expect(valueOf('Measured by')).toBe('the gold labels of the pack');
  });

  it('says of which stratum’s items a number is', () => {
    const facts = receiptFacts({ ...source, within: { word: 'theme', name: 'depth' } }, metric);
    expect(facts.find(({ term }) => term === 'Of')?.value).toContain('theme alone: depth');
  });

  it('gives symbols for metrics that there are', () => {
    const known = PROTOCOLS.flatMap(({ id, metrics }) => metrics.map((one) => `${id}/${one.id}`));
    for (const key of SYMBOL_KEYS) {
      const isThere = key.endsWith(':')
        ? known.some((one) => one.startsWith(key))
        : known.includes(key);
      expect(isThere, key).toBe(true);
    }
    expect(symbolsOf('weighted-rubric', 'axis:accuracy')).toContain('the axis’s criteria');
    expect(symbolsOf('weighted-rubric', 'nothing')).toBeNull();
  });

  it('of a replay replays as many items on the same device', () => {
    const parity: Parity = {
      device: 'wasm',
      hardware: '',
      units: 20,
      calls: 40,
      choices: 30,
      flips: 1,
      texts: 10,
      textsChanged: 0,
      maxAbsDeltaLogprob: 0.0001,
      incomparable: 0,
      checkedAt: '2026-11-20T10:00:00.000Z',
    };
    const { facts, command } = explainReplay(spec, parity);
    expect(command).toMatch(/--fresh --replay 20 --replay-device wasm$/u);
    expect(facts.find(({ term }) => term === 'Verdict flips')?.value).toMatch(/^1 of 30 choices/u);
  });
});

describe('recomputeCommand', () => {
  it('names pack, models and device', () => {
    expect(recomputeCommand(spec)).toBe(
      'npm run benchside -- run --pack concepts --protocol verify-evidence --student student-small --judge judge --device webgpu --profile .cache/recompute --fresh',
    );
  });

  it('takes the judge’s device for a baseline, and keeps the limit', () => {
    expect(
      recomputeCommand({ ...spec, limit: 50, roles: { ...spec.roles, student: random } }),
    ).toContain('--student random --judge judge --device webgpu --limit 50');
  });

  it('names a hub model’s revision and number format', () => {
    const hub: LocalModelRef = {
      ...student,
      source: 'hub',
      id: 'a/b',
      revision: 'c0ffee',
      dtype: 'q8',
    };
    expect(recomputeCommand({ ...spec, roles: { student: hub, judge: random } })).toBe(
      'npm run benchside -- run --pack concepts --protocol verify-evidence --student a/b@c0ffee --judge random --device webgpu --dtype q8 --profile .cache/recompute --fresh',
    );
    expect(
      recomputeCommand({ ...spec, roles: { student: hub, judge: { ...hub, dtype: 'q4' } } }),
    ).toContain('--dtype q8 --profile .cache/recompute --fresh # the judge ran as q4');
  });

  it('leaves out who does not take part, and names a bundled model’s number format', () => {
    const half: LocalModelRef = { ...student, dtype: 'fp16' };
    expect(recomputeCommand({ ...spec, roles: { student: half, judge: NO_MODEL } })).toBe(
      'npm run benchside -- run --pack concepts --protocol verify-evidence --student student-small@fp16 --device webgpu --profile .cache/recompute --fresh',
    );
  });

  it('gives no command where an endpoint took part', () => {
    expect(recomputeCommand({ ...spec, roles: { student: remote, judge: random } })).toMatch(
      /^# An endpoint took part/,
    );
  });

  it('leaves the device to the machine when nothing computes', () => {
    expect(recomputeCommand({ ...spec, roles: { student: random, judge: random } })).toContain(
      '--device auto',
    );
  });
});
