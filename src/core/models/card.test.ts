import { describe, expect, it } from 'vitest';
import { MODEL_CARD_MAX_CHARACTERS, parseModelCard } from './card.ts';

function validCard(): Record<string, unknown> {
  return {
    format: 'benchside-model-card',
    formatVersion: 1,
    id: 'student-small',
    title: 'Student, small',
    role: 'student',
    summary: 'Answers with evidence.',
    licence: 'Apache-2.0',
    parameters: 1000,
    shape: {
      vocabSize: 320,
      hidden: 32,
      layers: 2,
      heads: 4,
      kvHeads: 2,
      headDim: 16,
      mlp: 48,
      maxPositions: 64,
      ropeTheta: 10000,
      rmsEps: 1e-5,
    },
    tokensSeen: 5000,
    steps: 10,
    trainingSeconds: 12.5,
    seed: 'student-small-1',
    recipe: { 'peak-learning-rate': 0.003, optimiser: 'AdamW' },
    data: { generator: 'generated notes', splits: { train: 'seeds of their own' } },
    heldOut: { n: 100, metrics: { 'verdict-accuracy': 0.9 } },
    curve: [{ step: 10, loss: 1.5, heldOut: { 'verdict-accuracy': 0.9 } }],
    files: [{ path: 'onnx/model.onnx', bytes: 10, sha256: '0'.repeat(64) }],
    limits: 'Generated notes only.',
  };
}

function errorOf(change: Record<string, unknown>): string {
  const result = parseModelCard(JSON.stringify({ ...validCard(), ...change }));
  return result.ok ? 'parsed' : result.error;
}

describe('parseModelCard', () => {
  it('reads a card', () => {
    expect(parseModelCard(JSON.stringify(validCard()))).toEqual({ ok: true, card: validCard() });
  });

  it('names the field that is wrong', () => {
    expect(errorOf({ parameters: 'many' })).toContain('"parameters"');
    expect(errorOf({ role: 'oracle' })).toContain('"role"');
    expect(errorOf({ curve: [{ step: 1, loss: null }] })).toContain('"curve.0.loss"');
    expect(errorOf({ surprise: 1 })).toContain('"surprise"');
  });

  it('refuses files outside the model folder', () => {
    const file = (path: string) => ({ files: [{ path, bytes: 1, sha256: '0'.repeat(64) }] });
    expect(errorOf(file('../secret'))).toContain('"files.0.path"');
    expect(errorOf(file('/etc/passwd'))).toContain('"files.0.path"');
    expect(errorOf(file('https://example.org/x'))).toContain('"files.0.path"');
    expect(errorOf(file('config.json'))).toBe('parsed');
  });

  it('refuses what is not JSON, and what is far too long', () => {
    expect(parseModelCard('{')).toMatchObject({ ok: false });
    const long = parseModelCard(' '.repeat(MODEL_CARD_MAX_CHARACTERS + 1));
    expect(long.ok ? '' : long.error).toContain(String(MODEL_CARD_MAX_CHARACTERS));
  });
});
