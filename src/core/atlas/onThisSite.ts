import type { ProtocolHead } from '../protocols/protocol.ts';
import type { Route } from '../share/route.ts';
import type { PaperRecord } from './paperRecord.ts';

/** What this site has that does what a paper describes, or nearly so. */
export type OnThisSite =
  | { readonly kind: 'protocol'; readonly id: string; readonly head: ProtocolHead }
  | { readonly kind: 'lab'; readonly id: string; readonly route: Route };

/** The pages of labs that records may name. */
const LAB_PAGES: Readonly<Record<'distillation', Route>> = {
  distillation: { view: 'distill', page: 'train', params: {} },
};

/**
 * The protocol or lab page that a record names. Null where it names none, or one that this site does not have: records
 * may name methods that are still to come.
 */
export function onThisSite(
  { benchside }: Pick<PaperRecord, 'benchside'>,
  heads: readonly ProtocolHead[],
): OnThisSite | null {
  if (benchside === null) return null;
  if ('lab' in benchside) {
    return { kind: 'lab', id: benchside.lab, route: LAB_PAGES[benchside.lab] };
  }
  const head = heads.find(({ id }) => id === benchside.protocol);
  return head === undefined ? null : { kind: 'protocol', id: head.id, head };
}
