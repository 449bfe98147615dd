import { describe, expect, it } from 'vitest';
import type { Parsed } from '../share/parseBundle.ts';
import { plannedRuns } from './checkDesign.ts';
import type { Experiment, TrainingPoint } from './experiment.ts';
import { decodeExperiment, encodeExperiment } from './experimentLink.ts';
import { ARM_PRESETS, USUAL_SETTINGS } from './presets.ts';
import { MAX_EXPERIMENT_CHARS, readDesign, readExperiment } from './readExperiment.ts';

const pin = { id: 'arithmetic-student', revision: 'a'.repeat(64) };

function point(step: number, accuracy: number): TrainingPoint {
  return {
    ...{ step, accuracy, ended: 0.5, length: 21.123456, seconds: step * 1.23456 },
    flops: { sampling: step * 123456789, teacher: step * 1e9, training: step * 3e8 },
    ...{ loss: step === 0 ? null : 0.123456, kl: null, written: step === 0 ? null : 20 },
  };
}

function experiment(): Experiment {
  return {
    ...{ format: 'benchside-distillation', formatVersion: 1, startedAt: '2026-11-01T00:00:00Z' },
    design: {
      title: 'A small one',
      ...{ teacher: pin, student: pin },
      settings: { ...USUAL_SETTINGS, steps: 4, evaluateEvery: 2, heldOut: 4 },
      arms: ARM_PRESETS.slice(0, 2).map(({ title, arm }) => ({ name: title, arm })),
      seeds: ['1', '2'],
    },
    device: { backend: 'wasm', adapter: null },
    runs: [{ arm: 1, seed: 0, points: [point(0, 0.25), point(4, 0.75)], marks: '1101' }],
  };
}

function messageOf(read: Parsed<unknown>): string {
  return read.ok ? 'read' : read.problem.message;
}

function refusal(change: (draft: ReturnType<typeof experiment>) => unknown): string {
  const draft = structuredClone(experiment());
  change(draft);
  return messageOf(readExperiment(JSON.stringify(draft), 'The file x.json'));
}

describe('reading an experiment', () => {
  it('takes what the lab writes, from a file and from a link', () => {
    const whole = experiment();
    expect(readExperiment(JSON.stringify(whole))).toEqual({ ok: true, value: whole });
    const link = encodeExperiment(whole);
    const read = link.kind === 'link' ? decodeExperiment(link.payload) : null;
    expect(read?.ok).toBe(true);
    const last = read?.ok === true ? read.value.runs[0]?.points[1] : undefined;
    expect(last).toMatchObject({ accuracy: 0.75, length: 21.12, seconds: 4.938 });
    expect(last?.flops.sampling).toBe(493_800_000);
  });

  it('refuses what is no experiment, with a sentence that names the thing', () => {
    expect(messageOf(readExperiment('{', 'The file x.json'))).toContain(
      'The file x.json is not JSON',
    );
    expect(readExperiment(' '.repeat(MAX_EXPERIMENT_CHARS + 1))).toMatchObject({
      problem: { code: 'too-large' },
    });
    expect(refusal((draft) => Object.assign(draft, { format: 'other' }))).toContain('“format”');
    expect(refusal((draft) => Object.assign(draft.design.settings, { steps: 1e9 }))).toContain(
      '“design.settings.steps”',
    );
  });

  it('refuses parts that contradict each other', () => {
    expect(refusal((draft) => draft.runs.push(...experiment().runs))).toContain('is there twice');
    expect(refusal((draft) => Object.assign(draft.runs[0] ?? {}, { arm: 7 }))).toContain(
      'which the design does not have',
    );
    expect(refusal((draft) => Object.assign(draft.runs[0] ?? {}, { marks: '11' }))).toContain(
      '2 marks for 4 held-out problems',
    );
    expect(refusal((draft) => Object.assign(draft.runs[0] ?? {}, { marks: '0000' }))).toContain(
      'its marks and its last accuracy differ',
    );
    expect(refusal((draft) => draft.runs[0]?.points.reverse())).toContain('do not go forward');
    expect(
      refusal((draft) => Object.assign(draft.runs[0]?.points[1] ?? {}, { accuracy: 3 })),
    ).toContain('not between 0 and 1');
    expect(refusal((draft) => Object.assign(draft.design, { seeds: ['1', '1'] }))).toContain(
      'The seed “1” is there twice',
    );
  });

  it('reads a design alone, or out of an experiment', () => {
    const { design } = experiment();
    expect(readDesign(JSON.stringify(design))).toEqual({ ok: true, value: design });
    expect(readDesign(JSON.stringify(experiment()))).toEqual({ ok: true, value: design });
    const settings = { ...design.settings, fewestSteps: 9, mostSteps: 3 };
    expect(messageOf(readDesign(JSON.stringify({ ...design, settings })))).toContain(
      'the least is above the most',
    );
  });

  it('plans all arms with one seed before the next', () => {
    expect(plannedRuns(experiment().design).map(({ arm, seed }) => [seed, arm])).toEqual([
      [0, 0],
      [0, 1],
      [1, 0],
      [1, 1],
    ]);
  });
});
