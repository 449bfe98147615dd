import { describe, expect, it } from 'vitest';
import type { ModelCall, ModelReply } from '../calls/call.ts';
import { canWrite } from './canWrite.ts';
import { findHead, headsForKind } from './heads.ts';
import { ask, ReplyMismatchError } from './protocol.ts';
import { PROTOCOL_HEADS } from './protocolHeads.ts';
import { findProtocol, protocolOf, PROTOCOLS, protocolsForKind } from './registry.ts';

describe('the protocols by name', () => {
  it('are found by id and version together', () => {
    for (const protocol of PROTOCOLS) {
      const { id, version } = protocol;
      expect(findProtocol(id, version)).toBe(protocol);
      expect(protocolOf({ id, version })).toBe(protocol);
      expect(findHead(id, version)).toBe(PROTOCOL_HEADS[PROTOCOLS.indexOf(protocol)]);
      expect(findProtocol(id, version + 1)).toBeUndefined();
      expect(findHead(id, version + 1)).toBeUndefined();
    }
    expect(findProtocol('no-such', 1)).toBeUndefined();
    expect(findHead('no-such', 1)).toBeUndefined();
    expect(() => protocolOf({ id: 'no-such', version: 3 })).toThrow(
      new Error('no protocol no-such version 3'),
    );
  });

  it('are each offered for one kind of pack, in the order of the list', () => {
    const kinds = [...new Set(PROTOCOLS.map(({ packKind }) => packKind))];
    expect(kinds.flatMap((kind) => protocolsForKind(kind)).length).toBe(PROTOCOLS.length);
    for (const kind of kinds) {
      const ids = protocolsForKind(kind).map(({ id }) => id);
      expect(headsForKind(kind).map(({ id }) => id)).toEqual(ids);
      expect(PROTOCOLS.filter(({ packKind }) => packKind === kind).map(({ id }) => id)).toEqual(
        ids,
      );
    }
    expect(protocolsForKind('no-such')).toEqual([]);
    expect(headsForKind('no-such')).toEqual([]);
  });
});

describe('ask', () => {
  const call: ModelCall = {
    kind: 'embed',
    model: { source: 'bundled', id: 'm', revision: 'r', dtype: 'fp32', device: 'wasm' },
    text: 'a',
  };
  const reply: ModelReply = { kind: 'embed', vector: [1], latencyMs: 1 };
  const other: ModelReply = {
    kind: 'choose',
    logprobs: [],
    probabilities: [],
    promptTokens: 1,
    latencyMs: 1,
  };

  it('hands the replies on, and refuses those of another kind or number', () => {
    const answered = (...replies: ModelReply[]) => {
      const asking = ask([call, call]);
      expect(asking.next().value).toEqual([call, call]);
      return asking.next(replies);
    };
    expect(answered(reply, reply)).toEqual({ done: true, value: [reply, reply] });
    for (const replies of [[reply], [reply, other], [other, reply], [reply, reply, reply]]) {
      expect(() => answered(...replies)).toThrow(ReplyMismatchError);
    }
    expect(() => answered(reply, other)).toThrow(
      'asked for [embed, embed] and was handed [embed, choose]',
    );
  });

  it('names the error after itself, with both lists', () => {
    expect(new ReplyMismatchError(['embed'], ['choose', 'embed'])).toMatchObject({
      name: 'ReplyMismatchError',
      expected: ['embed'],
      received: ['choose', 'embed'],
    });
  });
});

describe('canWrite', () => {
  it('is for models that have learnt to write: neither the bundled ones nor baselines', () => {
    expect(canWrite({ source: 'bundled' })).toBe(false);
    expect(canWrite({ source: 'baseline' })).toBe(false);
    expect(canWrite({ source: 'hub' })).toBe(true);
    expect(canWrite({ source: 'endpoint' })).toBe(true);
  });
});
