import type { Pack } from '../packs/parsePack.ts';
import { workedReply } from '../protocols/workedAnswer/prompt.ts';

/** The reply that an item asks for, letter by letter; null for kinds whose right replies can be worded in many ways. */
export function goldReplies(pack: Pack): ReadonlyMap<string, string> | null {
  if (pack.kind === 'multistep-arithmetic')
    return new Map(pack.items.map(({ id, steps, answer }) => [id, workedReply(steps, answer)]));
  if (pack.kind === 'numeric-answers')
    return new Map(pack.items.map(({ id, answer, range }) => [id, answer.toFixed(range.decimals)]));
  return null;
}
