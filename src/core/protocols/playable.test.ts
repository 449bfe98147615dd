import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sha256Hex } from '../calls/identity.ts';
import type { ModelCall, ModelReply } from '../calls/call.ts';
import { RANDOM_MODEL, randomReply } from '../models/randomReply.ts';
import { parsePack, type Pack } from '../packs/parsePack.ts';
import { playableItems } from './playable.ts';
import { metricInterval } from '../runs/aggregate.ts';
import type { ItemScore } from './itemScore.ts';
import type { Play } from './protocol.ts';
import { PROTOCOLS } from './registry.ts';

const PACKS = [
  'clinical-calculators',
  'concept-verification',
  'consult-rubrics',
  'entity-spans',
  'multiple-choice',
  'multistep-arithmetic',
  'note-errors',
  'preferences',
  'stepwise-errors',
  'trial-eligibility',
];
const roles = { student: RANDOM_MODEL, judge: RANDOM_MODEL };

function readPack(id: string): Pack {
  const folder = new URL(`../../../static-data/packs/${id}/`, import.meta.url);
  const read = (name: string) => readFileSync(new URL(name, folder), 'utf8');
  const parsed = parsePack(read('manifest.json'), read('items.jsonl'));
  if (!parsed.ok) throw new Error(parsed.error.sentence);
  return parsed.value;
}

/** All that is asked when replies are drawn by what is asked; numbers that chance has none of are plain ones. */
function callsOf(play: Play): ModelCall[] {
  const asked: ModelCall[] = [];
  let step = play.next([]);
  while (step.done !== true) {
    asked.push(...step.value);
    step = play.next(step.value.map(replyTo));
  }
  return asked;
}

function scoreOf(play: Play, reply: (call: ModelCall) => ModelReply): ItemScore {
  let step = play.next([]);
  while (step.done !== true) step = play.next(step.value.map(reply));
  return step.value;
}

function replyTo(call: ModelCall): ModelReply {
  if (call.kind === 'embed') return { kind: 'embed', vector: [1, 0.5], latencyMs: 1 };
  if (call.kind !== 'logprobs') return randomReply(call);
  const tokens = [call.continuation];
  return { kind: 'logprobs', tokens, logprobs: [-1], promptTokens: 1, latencyMs: 1 };
}

describe('what a version of a protocol asks', () => {
  // Stored replies are found by the hash of what was asked, and scores of one version are compared: to ask something
  // else, even by a blank, takes a new version. Then, or with another first item in a pack, run vitest with -u.
  it('is the same as ever, for the first item of its pack and replies that are drawn by what is asked', () => {
    const asked = PACKS.flatMap((id) => {
      const pack = readPack(id);
      return PROTOCOLS.flatMap((protocol) => {
        const [item] = playableItems(pack, protocol.id) ?? [];
        if (item === undefined) return [];
        const calls = JSON.stringify(callsOf(item.play(roles)));
        return [`${protocol.id} ${String(protocol.version)}: ${sha256Hex(calls).slice(0, 16)}`];
      });
    });
    expect(asked).toMatchInlineSnapshot(`
      [
        "numeric-answer 1: 3d202539166bda89",
        "verify-evidence 3: d5854762309ee210",
        "cross-examination 1: 11945e9070d13cf7",
        "code-sets 2: fac283c20f428e14",
        "weighted-rubric 2: 1d16016652b4fc0c",
        "judge-validity 2: 16067e97b5716ac5",
        "rubric-facets 1: 1d16016652b4fc0c",
        "adaptive-boolean 1: ea45d9f51e5463b2",
        "gated-tiers 1: 1d16016652b4fc0c",
        "halving-penalty 1: 1d16016652b4fc0c",
        "tiered-pitfalls 1: 1d16016652b4fc0c",
        "point-deduction 1: 1d16016652b4fc0c",
        "nuggets 1: 286f0382bb4b3280",
        "likert-expectation 2: f6e447304f27c03e",
        "locked-rubric 1: d1cc6cec2bc253c4",
        "pair-adaptive 1: 2f1d8a149c2c1840",
        "health-score 2: ad791844f0a349b6",
        "entity-spans 1: 6a1e96757de0ab0b",
        "multiple-choice 1: 52a9808dd8f3ec7b",
        "choice-confidence 1: c63563e3ca404b0a",
        "worked-answer 1: 0582ca19e63b75e7",
        "likelihood-reward 1: 7380614c9158edc1",
        "implicit-process-reward 2: da52a70173c0fe58",
        "error-correction 1: 317fa8d61306e503",
        "reference-judged 1: 06ad1db4d4c13990",
        "rate-answers 1: 95cd3f1bfbe5a510",
        "pairwise 1: e480c66ed59e6cfa",
        "follow-up-likelihood 1: d559de2e709f46cf",
        "first-wrong-step 1: 0ab70f66b0ab15f4",
        "label-steps 1: c58844d69ddaab05",
        "eligibility 1: 2a15ef36cd4ef4c1",
        "eligibility-confidence 1: 41a93a6d2e1c7f6c",
      ]
    `);
  });
});

describe.each(PACKS)('the shipped pack %s', (id) => {
  const pack = readPack(id);

  it('is played by every protocol of its kind, and by no other', () => {
    const players = PROTOCOLS.filter((protocol) => playableItems(pack, protocol.id) !== null);
    const ofKind = PROTOCOLS.filter(({ packKind }) => packKind === pack.kind);
    expect(players.map((protocol) => protocol.id)).toEqual(ofKind.map((protocol) => protocol.id));
    expect(ofKind.length).toBeGreaterThan(0);
    expect(playableItems(pack, 'no-such')).toBeNull();
  });

  it('has each item bound to the protocol that was asked for', () => {
    const asked = PROTOCOLS.filter(({ packKind }) => packKind === pack.kind).map((protocol) => {
      const items = playableItems(pack, protocol.id) ?? [];
      expect(items.map(({ id, cluster, stratum }) => ({ id, cluster, stratum }))).toEqual(
        pack.entries.map(({ id, cluster, stratum }) => ({ id, cluster, stratum })),
      );
      const first = items[0]?.play(roles).next([]);
      // What is asked of different items differs.
      const last = items.at(-1)?.play(roles).next([]);
      expect(first?.done).toBe(false);
      expect(JSON.stringify(first?.value)).not.toBe(JSON.stringify(last?.value));
      return first?.value;
    });
    expect(asked.every((calls) => Array.isArray(calls) && calls.length > 0)).toBe(true);
  });

  it('has no mark for an item on which the runtime had no number to write by', () => {
    const isWritten = ({ kind }: ModelCall) => kind === 'generate';
    let written = 0;
    for (const protocol of PROTOCOLS.filter(({ packKind }) => packKind === pack.kind)) {
      const [item] = playableItems(pack, protocol.id) ?? [];
      if (item === undefined || !callsOf(item.play(roles)).some(isWritten)) continue;
      written += 1;
      const { values } = scoreOf(item.play(roles), (call) => {
        const reply = replyTo(call);
        return reply.kind === 'generate' ? { ...reply, text: 'no', noNumber: true } : reply;
      });
      expect(values, protocol.id).toEqual({ criteria: 0, unscored: 1 });
      const row = { cluster: item.cluster, stratum: item.stratum, values };
      for (const metric of protocol.metrics)
        expect(metricInterval([row], metric), metric.id).toBeNull();
    }
    expect(written > 0 || id === 'multiple-choice' || id === 'preferences').toBe(true);
  });
});
