import { describe, expect, it } from 'vitest';
import type { ParityStamp } from '../../parity/stamp.ts';
import type { Provenance } from '../../share/bundle.ts';
import { entryOf } from './fixtures/entryOf.ts';

const execution = { device: 'wasm', hardware: '', runtime: '' } as const;
const provenance: Provenance = {
  appVersion: '1',
  finishedAt: '2026-11-20T10:00:00.000Z',
  activeMs: 2000,
  callsMade: 4,
  callsRemembered: 0,
  student: execution,
  judge: execution,
  parity: [],
  usage: { promptTokens: 900, newTokens: 50 },
};

describe('boardEntry', () => {
  it('says what a run cost', () => {
    const entry = entryOf({ id: 'a', run: { provenance } });
    expect([entry.promptTokens, entry.newTokens, entry.seconds, entry.tokensPerSecond]).toEqual([
      900, 50, 2, 25,
    ]);
    expect(entry.date).toBe(Date.UTC(2026, 10, 20, 10));
  });

  it('gives no speed where replies were remembered, and no cost where none was counted', () => {
    const remembered = entryOf({
      id: 'a',
      run: { provenance: { ...provenance, callsRemembered: 1 } },
    });
    expect([remembered.newTokens, remembered.tokensPerSecond]).toEqual([50, null]);
    const { usage: _, ...without } = provenance;
    const old = entryOf({ id: 'a', run: { provenance: without } });
    expect([old.newTokens, old.promptTokens, old.tokensPerSecond]).toEqual([null, null, null]);
  });

  it('has the weaker parity of its two roles', () => {
    const failed: ParityStamp = { verdict: 'unknown', reason: 'too large' };
    expect(entryOf({ id: 'a', judge: 'j' }).parity).toBe('reference');
    expect(entryOf({ id: 'a', device: 'webgpu', judge: 'j' }).parity).toBe('unknown');
    const run = { stamps: { student: failed } };
    expect(entryOf({ id: 'a', device: 'webgpu', run }).parity).toBe('unknown');
  });
});
