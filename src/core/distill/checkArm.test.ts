import { describe, expect, it } from 'vitest';
import type { Arm } from './arm.ts';
import { checkArm } from './checkArm.ts';
import { needsOf } from './needs.ts';

const SETTINGS = { mostTokens: 160, samples: 4 };
const PLAIN: Arm = {
  source: 'student',
  prefix: { kind: 'full' },
  objective: { kind: 'divergence', divergence: 'reverse', beta: 0.5 },
  selection: { kind: 'all' },
};
const GRADIENT = { kind: 'policy-gradient', baseline: 'none', lambda: 1, margin: null } as const;
const TWO_PATH = { kind: 'two-path', tau: 1 } as const;

describe('checkArm', () => {
  it.each<[string, Partial<Arm>]>([
    ['full on-policy distillation', {}],
    ['a fixed prefix', { prefix: { kind: 'fixed', length: 20 } }],
    [
      'vOPD on a growing prefix',
      {
        objective: { ...GRADIENT, baseline: 'kl' },
        prefix: { kind: 'growing', start: 4, add: 0.5 },
      },
    ],
    ['Lightning', { source: 'cached', objective: GRADIENT }],
    ['ExOPD', { objective: { ...GRADIENT, lambda: 1.25 } }],
    ['Uni-OPD', { objective: { ...GRADIENT, margin: 0.4 } }],
    ['SCOPE', { objective: TWO_PATH }],
    [
      'SCOPE with a prefix that cuts nothing',
      {
        objective: TWO_PATH,
        prefix: { kind: 'fixed', length: 160 },
      },
    ],
    ['CaOPD', { objective: { kind: 'calibration' } }],
    ['fine-tuning', { source: 'gold', objective: { kind: 'likelihood' } }],
    ['SeqKD', { source: 'teacher', objective: { kind: 'likelihood' } }],
    [
      'Lightning with another teacher',
      { source: 'cached', objective: GRADIENT, teacher: 'exchanged' },
    ],
    ['TIP', { selection: { kind: 'tip', keep: 0.5, winsorise: false } }],
  ])('lets %s be', (_, change) => {
    expect(checkArm({ ...PLAIN, ...change }, SETTINGS)).toEqual({ ok: true });
  });

  it.each<[string, Partial<Arm>, string]>([
    [
      'a policy gradient on worked answers',
      { source: 'gold', objective: GRADIENT },
      'worked answers',
    ],
    ['one on the teacher’s texts', { source: 'teacher', objective: GRADIENT }, 'the teacher’s'],
    ['likelihood of own texts', { objective: { kind: 'likelihood' } }, 'no gradient on average'],
    [
      'two paths of worked answers',
      { source: 'gold', objective: TWO_PATH },
      'let the student write',
    ],
    [
      'two paths of cut texts',
      {
        objective: TWO_PATH,
        prefix: { kind: 'fixed', length: 159 },
      },
      'at least 160 tokens',
    ],
    [
      'a margin over a growing prefix',
      {
        objective: { ...GRADIENT, margin: 0.4 },
        prefix: { kind: 'growing', start: 10, add: 10 },
      },
      'never comes to its answer',
    ],
    [
      'confidence in cut texts',
      {
        objective: { kind: 'calibration' },
        prefix: { kind: 'fixed', length: 3 },
      },
      'choose the full text',
    ],
    [
      'likelihood of chosen tokens',
      {
        source: 'gold',
        objective: { kind: 'likelihood' },
        selection: { kind: 'entropy', keep: 0.5 },
      },
      'asks no teacher',
    ],
    [
      'half a confidence line',
      {
        objective: { kind: 'calibration' },
        selection: { kind: 'quadrant', quadrant: 3 },
      },
      'goes with all tokens',
    ],
    [
      'another teacher that writes',
      { source: 'teacher', teacher: 'exchanged' },
      'reads texts and writes none',
    ],
    [
      'another teacher that nobody asks',
      { source: 'gold', objective: { kind: 'likelihood' }, teacher: 'exchanged' },
      'an objective that asks the teacher',
    ],
    ['no tokens', { selection: { kind: 'tip', keep: 0, winsorise: true } }, 'a share above 0'],
    [
      'a JSD that is always 0',
      {
        objective: { kind: 'divergence', divergence: 'jsd', beta: 1 },
      },
      'when beta is 1',
    ],
    [
      'a baseline of another value',
      {
        objective: { ...GRADIENT, baseline: 'kl', lambda: 1.25 },
      },
      'set lambda to 1',
    ],
  ])('refuses %s, and says what to do', (_, change, words) => {
    const found = checkArm({ ...PLAIN, ...change }, SETTINGS);
    expect(found.ok ? '' : found.error).toContain(words);
  });

  it('wants two texts a problem where they are compared', () => {
    const found = checkArm({ ...PLAIN, objective: TWO_PATH }, { ...SETTINGS, samples: 1 });
    expect(found.ok ? '' : found.error).toContain('2 texts a problem');
    expect(checkArm(PLAIN, { ...SETTINGS, samples: 1 }).ok).toBe(true);
  });
});

describe('needsOf', () => {
  const needs = (change: Partial<Arm>): string[] =>
    Object.entries(needsOf({ ...PLAIN, ...change }))
      .filter(([, is]) => is === true)
      .map(([name]) => name);

  it.each<[string, Partial<Arm>, string[]]>([
    ['likelihood', { objective: { kind: 'likelihood' } }, []],
    ['a divergence', {}, ['teacher']],
    ['chosen tokens', { selection: { kind: 'entropy', keep: 0.5 } }, ['teacher', 'studentLogits']],
    ['OPD', { objective: GRADIENT }, ['teacher', 'studentLogits']],
    [
      'ExOPD',
      { objective: { ...GRADIENT, lambda: 1.25 } },
      ['teacher', 'reference', 'studentLogits'],
    ],
    [
      'Uni-OPD',
      { objective: { ...GRADIENT, margin: 0 } },
      ['teacher', 'correctness', 'studentLogits'],
    ],
    ['SCOPE', { objective: TWO_PATH }, ['teacher', 'correctness', 'studentLogits']],
    ['CaOPD', { objective: { kind: 'calibration' } }, ['teacher', 'correctness']],
  ])('of %s', (_, change, expected) => {
    expect(needs(change)).toEqual(expected);
  });
});
