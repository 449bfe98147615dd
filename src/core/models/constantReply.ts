import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { fromBase64Url, toBase64Url } from '../base64Url.ts';
import type { ChooseCall, ChooseReply, GenerateReply } from '../calls/call.ts';
import type { LocalModelRef, ModelRef } from '../calls/model.ts';
import { chosen, written } from './baselineReply.ts';

/** Bytes of a reply that fit into a reference's revision as base64url. */
const MOST_BYTES = 225;
/** Probability of the label that is the constant reply; the rest is shared by the others. */
const SURE = 0.98;

/**
 * The student that gives one reply to everything: the commonest right one of a pack's training
 * split. What it says is its revision, so a run names it. Null for a reply that is too long to be one.
 */
export function majorityModel(reply: string): LocalModelRef | null {
  const bytes = utf8ToBytes(reply);
  if (bytes.length === 0 || bytes.length > MOST_BYTES) return null;
  return {
    source: 'baseline',
    id: 'majority',
    revision: toBase64Url(bytes),
    dtype: 'fp32',
    device: 'none',
  };
}

/** What a majority baseline says to everything; null for any other model, and for a broken reference. */
export function constantReplyOf({ source, id, revision }: ModelRef): string | null {
  if (source !== 'baseline' || id !== 'majority') return null;
  const bytes = fromBase64Url(revision);
  if (bytes === null || bytes.length === 0) return null;
  try {
    return decodeURIComponent(bytesToHex(bytes).replaceAll(/../gu, '%$&'));
  } catch {
    // Not UTF-8.
    return null;
  }
}

/** The constant reply as a written answer. */
export function generateConstant(text: string): GenerateReply {
  return written(text);
}

/** Nearly all probability on the label that is the constant reply; even odds where none is. */
export function chooseConstant(reply: string, { labels }: ChooseCall): ChooseReply {
  const plain = (text: string): string => text.trim().toLowerCase();
  const at = labels.findIndex((label) => plain(label) === plain(reply));
  const other = (1 - SURE) / (labels.length - 1);
  return chosen(
    labels.map((_, index) => (at === -1 ? 1 / labels.length : index === at ? SURE : other)),
  );
}
