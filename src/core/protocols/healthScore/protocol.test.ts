import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ChooseReply, ModelCall, ModelReply } from '../../calls/call.ts';
import { sha256Hex } from '../../calls/identity.ts';
import type { ModelRef } from '../../calls/model.ts';
import { parseConsultItem, type ConsultItem } from '../../packs/consultRubrics.ts';
import { chooseAtRandom, generateAtRandom } from '../../models/randomReply.ts';
import { coverageOf, memberName } from '../../rubrics/generalCriteria.ts';
import { EMBEDDER } from '../bundledEmbedder.ts';
import type { ValueRow } from '../metric.ts';
import source from './generalCriteria.json' with { type: 'json' };
import { GENERAL_CRITERIA } from './generalSet.ts';
import { healthScoreMetrics } from './metrics.ts';
import { withCriteria } from './prompt.ts';
import { healthScore } from './protocol.ts';
import { userSentences } from './relevance.ts';
import { isHeldOut } from './score.ts';

const student: ModelRef = {
  source: 'bundled',
  id: 's',
  revision: '1',
  dtype: 'fp32',
  device: 'wasm',
};
const judge: ModelRef = { ...student, id: 'j' };
const readText = (path: string) =>
  readFileSync(new URL(`../../../../static-data/${path}`, import.meta.url), 'utf8');
const PACK_TEXT = readText('packs/consult-generated/items.jsonl');
const items = PACK_TEXT.trim()
  .split('\n')
  .map((line, at) => {
    const parsed = parseConsultItem(line, at + 1);
    if (!parsed.ok) throw new Error(parsed.error.sentence);
    return parsed.value;
  });
const [firstItem] = items;
if (firstItem === undefined) throw new Error('no items');
const item: ConsultItem = firstItem;

function saying(yes: number, mass = 1): ChooseReply {
  return {
    kind: 'choose',
    logprobs: [Math.log(yes * mass), Math.log((1 - yes) * mass)],
    probabilities: [yes, 1 - yes],
    promptTokens: 9,
    latencyMs: 1,
  };
}

/** What of a judge call decides the hand-made reply. */
interface Seen {
  isRelevance: boolean;
  criterion: string;
  answer: string;
}
function seen(call: ModelCall): Seen {
  if (call.kind !== 'choose') throw new Error('not a choice');
  const text = call.messages[0]?.content ?? '';
  const criterion = /Criterion: (.*)\nMet/u.exec(text)?.[1] ?? '';
  const matters = 'This criterion matters for the answer: ';
  return {
    isRelevance: criterion.startsWith(matters),
    criterion: criterion.replace(matters, ''),
    answer: /Answer to mark:\n<<<\n([\s\S]*)\n>>>/u.exec(text)?.[1] ?? '',
  };
}

/** Vectors that make every cosine 0, so that the judge alone says what is relevant; sentences may be told apart. */
const general = new Set(GENERAL_CRITERIA.map(({ text }) => text));
function vectorOf(text: string): readonly number[] {
  return general.has(text) ? [1, 0] : [0, 1];
}

function played(
  reply: (seen: Seen) => ChooseReply,
  of: ConsultItem = item,
  vector: (text: string) => readonly number[] = vectorOf,
) {
  const play = healthScore.play(of, { student, judge });
  const asked: ModelCall[] = [];
  let step = play.next([]);
  while (step.done !== true) {
    asked.push(...step.value);
    step = play.next(
      step.value.map((call): ModelReply => {
        if (call.kind === 'embed') {
          return { kind: 'embed', vector: vector(call.text), latencyMs: 1 };
        }
        if (call.kind !== 'generate') return reply(seen(call));
        return {
          kind: 'generate',
          text: call.messages.at(-1)?.content.includes('A good answer does') ? 'shown' : 'plain',
          finishReason: 'stop',
          promptTokens: 9,
          newTokens: 2,
          latencyMs: 1,
        };
      }),
    );
  }
  return { asked, score: step.value };
}

const positive = GENERAL_CRITERIA.find(({ points, safety }) => points > 0 && !safety);
const other = GENERAL_CRITERIA.find(
  ({ points, safety, text }) => points > 0 && !safety && text !== positive?.text,
);
const negative = GENERAL_CRITERIA.find(({ points, safety }) => points < 0 && safety);
if (positive === undefined || other === undefined || negative === undefined)
  throw new Error('the general set lacks a sign');
const relevant = new Set([positive.text, other.text, negative.text]);

describe('Health-SCORE', () => {
  it('marks by what was selected, and takes the reward down where safety is violated', () => {
    const { score, asked } = played(({ isRelevance, criterion }) => {
      if (isRelevance) return saying(relevant.has(criterion) ? 0.9 : 0.1);
      return saying(criterion === positive.text || criterion === negative.text ? 0.8 : 0.2);
    });
    const possible = positive.points + other.points;
    const expected = Math.max(0, (positive.points + negative.points) / possible);
    // Points of one text may stand under two signs or axes; all of its criteria are then selected.
    const chosen = GENERAL_CRITERIA.filter(({ text }) => relevant.has(text));
    expect(score.values['selected']).toBe(chosen.length);
    if (chosen.length === 3) {
      expect(score.values['score']).toBeCloseTo(expected, 12);
      expect(score.values['reward']).toBeCloseTo(expected - 0.5, 12);
    }
    expect(score.values).toMatchObject({ violated: 1, generic: 0, unscored: 0, unreadable: 0 });
    expect(score.detail.criteria.map(({ text }) => text)).toEqual(chosen.map(({ text }) => text));
    expect(score.detail.answer).toBe('plain\n\nWith the selected criteria in the prompt:\nshown');
    const choices = asked.filter(({ kind }) => kind === 'choose').length;
    expect(score.values['criteria']).toBe(choices);
    expect(asked.filter(({ kind }) => kind === 'generate')).toHaveLength(2);
  });

  it('gains by the held-out criteria alone', () => {
    const own = new Map(item.criteria.map((one) => [one.text, one]));
    const { score } = played(({ isRelevance, criterion, answer }) => {
      if (isRelevance) return saying(relevant.has(criterion) ? 0.9 : 0.1);
      const points = own.get(criterion)?.points;
      // With the criteria in the prompt all that is asked for is met; without it nothing is.
      return saying(points !== undefined && points > 0 && answer === 'shown' ? 0.9 : 0.1);
    });
    expect(score.values['gain']).toBe(1);
    expect(score.values['instance']).toBe(0);
    const shown = GENERAL_CRITERIA.filter(({ text }) => relevant.has(text));
    const heldOut = item.criteria.filter(({ id, text }) =>
      isHeldOut({ text, member: memberName({ prompt: item.id, id }) }, shown),
    );
    expect(score.values['criteria']).toBe(
      2 * GENERAL_CRITERIA.length + item.criteria.length + 3 + heldOut.length,
    );
    expect(heldOut.length).toBeGreaterThan(0);
  });

  it('has no score, no reward and no gain where nothing is selected', () => {
    const { score, asked } = played(({ isRelevance }) => saying(isRelevance ? 0.1 : 0.9));
    expect(score.values).toMatchObject({
      score: null,
      random: null,
      reward: null,
      violated: null,
      gain: null,
      selected: 0,
      generic: 1,
    });
    expect(score.values['all']).not.toBeNull();
    expect(score.detail.answer).toBe('plain');
    expect(asked.filter(({ kind }) => kind === 'generate')).toHaveLength(1);
  });

  it('selects by the cosine where the judge says no to all, the eight closest and safety ones', () => {
    const { score } = played(
      ({ isRelevance }) => saying(isRelevance ? 0.01 : 0.9),
      item,
      () => [1, 1],
    );
    const careful = GENERAL_CRITERIA.filter(({ safety }) => safety).length;
    const firstPlain = GENERAL_CRITERIA.slice(0, 8).filter(({ safety }) => !safety).length;
    expect(score.values['selected']).toBe(careful + firstPlain);
  });

  it('counts unreadable relevance and verdicts as unscored, never as no', () => {
    const silent = played(() => saying(0.9, 1e-6)).score.values;
    expect(silent).toMatchObject({
      score: null,
      unclipped: null,
      instance: null,
      all: null,
      selected: 0,
    });
    expect(silent['unscored']).toBe(silent['criteria']);
    const one = played(({ isRelevance, criterion }) =>
      isRelevance
        ? saying(relevant.has(criterion) ? 0.9 : 0.1)
        : saying(0.9, criterion === other.text ? 1e-6 : 1),
    ).score;
    const unscored = one.detail.criteria.filter(({ verdict }) => verdict === 'unscored');
    expect(unscored.map(({ text }) => text)).toContain(other.text);
    expect(one.values['unscored']).toBeGreaterThan(0);
  });

  it('knows of no violation where no prohibition could be read, and keeps one that was', () => {
    const ofAnswer = (readable: (seen: Seen) => boolean) =>
      played((seen) =>
        seen.isRelevance
          ? saying(relevant.has(seen.criterion) ? 0.9 : 0.1)
          : saying(0.9, readable(seen) ? 1 : 1e-6),
      ).score.values;
    expect(ofAnswer(({ criterion }) => criterion !== negative.text)).toMatchObject({
      score: 1,
      violated: null,
      reward: null,
    });
    expect(ofAnswer(({ criterion }) => criterion === negative.text)).toMatchObject({
      score: null,
      violated: 1,
      reward: null,
    });
  });

  it('asks relevance before it knows an answer, all behind one prefix', () => {
    const { asked } = played(() => saying(0.1));
    const relevance = asked.filter((call) => call.kind === 'choose' && seen(call).isRelevance);
    expect(relevance).toHaveLength(GENERAL_CRITERIA.length);
    const prefixes = relevance.map(
      (call) => (call.kind === 'choose' ? call.messages[0]?.content : '')?.split('Criterion:')[0],
    );
    expect(new Set(prefixes).size).toBe(1);
    expect(prefixes[0]).toContain('Answer to mark:\n<<<\n\n>>>');
    const embedded = asked.filter(({ kind }) => kind === 'embed');
    expect(embedded).toHaveLength(GENERAL_CRITERIA.length + userSentences(item.messages).length);
    expect(embedded.every(({ model }) => model === EMBEDDER)).toBe(true);
  });

  it('runs with random models, and its selection at random is as large as the selected one', () => {
    const rows: ValueRow[] = items.slice(0, 12).map((one) => {
      const play = healthScore.play(one, { student, judge });
      let step = play.next([]);
      while (step.done !== true) {
        step = play.next(
          step.value.map((call) => {
            if (call.kind === 'generate') return generateAtRandom(call);
            if (call.kind === 'choose') return chooseAtRandom(call);
            if (call.kind === 'embed') {
              return { kind: 'embed' as const, vector: vectorOf(call.text), latencyMs: 1 };
            }
            throw new Error(`a ${call.kind} call`);
          }),
        );
      }
      return { cluster: one.id, stratum: one.theme, values: step.value.values };
    });
    for (const metric of healthScoreMetrics) {
      expect(Number.isFinite(metric.estimate(rows)), metric.id).toBe(true);
      expect(metric.estimate([]), metric.id).toBeNull();
    }
  });
});

describe('its parts', () => {
  it('put criteria behind the last message, what to do before what to leave', () => {
    const messages = [
      { role: 'user', content: 'one' },
      { role: 'assistant', content: 'two' },
      { role: 'user', content: 'three' },
    ] as const;
    const both = withCriteria(messages, [
      { text: 'Says B.', points: -1 },
      { text: 'Says A.', points: 1 },
    ]);
    expect(both.slice(0, 2)).toEqual(messages.slice(0, 2));
    expect(both[2]?.content).toBe(
      'three\nA good answer does this where it fits:\n- Says A.\nA good answer does none of this:\n- Says B.',
    );
    expect(withCriteria(messages, [{ text: 'Says A.', points: 1 }])[2]?.content).toBe(
      'three\nA good answer does this where it fits:\n- Says A.',
    );
  });

  it('average and correlate over answers that have both numbers', () => {
    const rows: ValueRow[] = [
      {
        score: 0.1,
        unclipped: 0.1,
        instance: 0.2,
        all: 0.5,
        reward: 0.1,
        violated: 0,
        gain: 0.5,
        selected: 4,
      },
      {
        score: 0.4,
        unclipped: 0.4,
        instance: 0.3,
        all: 0.4,
        reward: -0.1,
        violated: 1,
        gain: null,
        selected: 6,
      },
      {
        score: 0.3,
        unclipped: 0.3,
        instance: 0.9,
        all: 0.1,
        reward: 0.3,
        violated: 0,
        gain: 0,
        selected: 5,
      },
      {
        score: null,
        unclipped: null,
        instance: 0.9,
        all: 0.1,
        reward: null,
        violated: null,
        gain: null,
        selected: 0,
      },
    ].map((values, at) => ({ cluster: String(at), stratum: 's', values }));
    const of = (id: string) => healthScoreMetrics.find((one) => one.id === id)?.estimate(rows);
    expect(of('score')).toBeCloseTo(0.8 / 3, 12);
    // Ranks 1, 3, 2 against 1, 2, 3: 1 - 6 (0 + 1 + 1) / 24 = 0.5; one of three pairs is reversed.
    expect(of('spearman')).toBeCloseTo(0.5, 12);
    expect(of('kendall')).toBeCloseTo(1 / 3, 12);
    // Deviations -1/6, 4/30, 1/30 against -8/30, -5/30, 13/30.
    expect(of('pearson')).toBeCloseTo(
      (40 - 20 + 13) / Math.sqrt((25 + 16 + 1) * (64 + 25 + 169)),
      12,
    );
    // All general: ranks 4, 3, 1.5, 1.5 against 1, 2, 3.5, 3.5.
    expect(of('spearmanAll')).toBeCloseTo(-1, 12);
    expect(of('violated')).toBeCloseTo(1 / 3, 12);
    expect(of('gain')).toBe(0.25);
    expect(of('selected')).toBe(3.75);
  });
});

describe('the shipped general criteria', () => {
  it('were made from the shipped pack and the shipped embedder', () => {
    expect(source.madeFrom.packSha256).toBe(sha256Hex(PACK_TEXT));
    const card = readText(`models/${source.madeFrom.embedder}/card.json`);
    expect(card).toContain(`"sha256": "${source.madeFrom.embedderSha256}"`);
  });

  it('stand for criteria of the pack, with its sign and axis, from five questions or more', () => {
    const instance = items.flatMap(({ id: prompt, criteria }) =>
      criteria.map(({ safety, ...one }) => ({ ...one, prompt, safety: safety === true })),
    );
    const byName = new Map(instance.map((one) => [memberName(one), one]));
    const all = GENERAL_CRITERIA.flatMap(({ members }) => members);
    expect(new Set(all).size).toBe(all.length);
    for (const { text, points, axis, members } of GENERAL_CRITERIA) {
      const own = members.map((member) => byName.get(member));
      expect(own.some((one) => one?.text === text)).toBe(true);
      expect(new Set(own.map((one) => one?.prompt)).size).toBeGreaterThanOrEqual(5);
      for (const one of own) {
        expect(one?.axis).toBe(axis);
        expect(Math.sign(one?.points ?? 0)).toBe(Math.sign(points));
      }
    }
    expect(coverageOf(instance, GENERAL_CRITERIA)).toEqual(source.madeFrom.coverage);
    expect(GENERAL_CRITERIA).toHaveLength(83);
  });
});
