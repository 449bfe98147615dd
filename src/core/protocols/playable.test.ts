import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { RANDOM_MODEL } from '../models/randomReply.ts';
import { parsePack } from '../packs/parsePack.ts';
import { playableItems } from './playable.ts';
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

describe.each(PACKS)('the shipped pack %s', (id) => {
  const folder = new URL(`../../../static-data/packs/${id}/`, import.meta.url);
  const read = (name: string) => readFileSync(new URL(name, folder), 'utf8');
  const parsed = parsePack(read('manifest.json'), read('items.jsonl'));
  if (!parsed.ok) throw new Error(parsed.error.sentence);
  const pack = parsed.value;

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
});
