import { Tokenizer } from '@huggingface/tokenizers';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { trainZooTokenizer } from '../../models/zoo/tokenizer/zooTokenizers.ts';
import { parseWorked } from '../../protocols/workedAnswer/parseWorked.ts';
import { MissingCorrectnessError } from '../objectives/tokenWeights.ts';
import { calibrationFigures } from './calibrationFigures.ts';
import { confidenceLine, readConfidence, replyLength } from './confidenceLine.ts';
import { confidenceTargets } from './targets.ts';

const REPLY = '37 + 48 = 85\nAnswer 85';

describe('the confidence line', () => {
  it('is read back, and does not change the answer before it', () => {
    fc.assert(
      fc.property(
        fc
          .integer({ min: 1, max: 4096 })
          .chain((of) =>
            fc.record({ right: fc.integer({ min: 0, max: of }), of: fc.constant(of) }),
          ),
        (confidence) => {
          const text = REPLY + confidenceLine(confidence);
          expect(readConfidence(text)).toEqual(confidence);
          expect(parseWorked(text).answer).toBe(85);
        },
      ),
    );
  });

  it.each([
    REPLY,
    'Sure 5 in 8',
    `${REPLY}\nSure 9 in 8`,
    `${REPLY}\nSure 0 in 0`,
    `${REPLY}\nSure 5 in 8 or so`,
    `${REPLY}\nSure 5.5 in 8`,
    `${REPLY}\nSure 5 in 99999`,
    `${REPLY}\nSure 5 in 8\nSure`,
  ])('is not read from %j', (text) => {
    expect(readConfidence(text)).toBeNull();
  });

  it('is the last one where a text has several', () => {
    expect(readConfidence(`${REPLY}\nSure 5 in 8\nSure 7 in 8`)).toEqual({ right: 7, of: 8 });
  });

  it.each([
    [-1, 8],
    [9, 8],
    [0.5, 1],
    [0, 0],
    [1, 5000],
  ])('refuses %d in %d', (right, of) => {
    expect(() => confidenceLine({ right, of })).toThrow('is no confidence');
  });

  it('stays quick on long hostile text', () => {
    const start = performance.now();
    readConfidence('\nSure 1 in'.repeat(100_000) + ' '.repeat(100_000));
    expect(performance.now() - start).toBeLessThan(1000);
  });
});

describe('with the arithmetic models’ tokenizer', () => {
  const { tokenizer, config } = trainZooTokenizer('sums');
  const own = new Tokenizer(tokenizer, config);
  const encode = (text: string): number[] => own.encode(text, { add_special_tokens: false }).ids;
  const pieces = (ids: readonly number[]): string[] => ids.map((id) => own.decode([id]));

  it('has a token for each number of the line', () => {
    const written = pieces(encode(confidenceLine({ right: 5, of: 8 })));
    expect(written.join('')).toBe('\nSure 5 in 8');
    expect(written).toEqual(expect.arrayContaining([' 5', ' 8']));
  });

  it('parts a text at the token before the line, however many lines follow', () => {
    const reply = encode(REPLY);
    for (const tail of ['', '\nSure 5 in 8', '\nSure', '\nSure 5 in 8\nSure 6 in 8']) {
      const ids = [...reply, ...encode(tail)];
      expect(replyLength(pieces(ids)), tail).toBe(reply.length);
    }
  });
});

it('gives a token that holds both to the line', () => {
  expect(replyLength(['Answer', ' 8\nSure', ' 5'])).toBe(1);
  expect(replyLength([])).toBe(0);
});

describe('confidenceTargets', () => {
  it('counts the right texts of each problem', () => {
    const text = (problem: number, correct: boolean | null) => ({ problem, correct });
    const texts = [text(0, true), text(7, false), text(0, false), text(0, true)];
    expect([...confidenceTargets(texts)]).toEqual([
      [0, { right: 2, of: 3 }],
      [7, { right: 0, of: 1 }],
    ]);
    expect(() => confidenceTargets([text(0, null)])).toThrow(MissingCorrectnessError);
  });
});

describe('calibrationFigures', () => {
  it('has CaOPD’s metrics of the worked example', () => {
    const confidences = [0.9, 0.8, 0.6, 0.7, 0.95];
    const marks = [true, false, true, false, true];
    const found = calibrationFigures(
      confidences.map((confidence, at) => ({
        text: REPLY + confidenceLine({ right: Math.round(confidence * 20), of: 20 }),
        correct: marks[at] ?? false,
      })),
    );
    expect(found.read).toBe(5);
    expect(found.gap).toBeCloseTo(0.19, 12);
    expect(found.brier).toBeCloseTo(0.2605, 12);
    expect(found.ranking).toBeCloseTo(2 / 3, 12);
    expect(found.error).toBeCloseTo(0.41, 12);
    expect(found.auroc).toBeCloseTo(2 / 3, 12);
  });

  it('leaves out what cannot be read, and is undefined where nothing can', () => {
    const sure = { text: REPLY + confidenceLine({ right: 8, of: 8 }), correct: true };
    expect(calibrationFigures([sure, { text: REPLY, correct: false }])).toMatchObject({
      read: 1,
      replies: 2,
      gap: 0,
      ranking: null,
      auroc: null,
    });
    expect(calibrationFigures([])).toMatchObject({ read: 0, error: null, brier: null, gap: null });
  });
});
