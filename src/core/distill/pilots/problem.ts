import type { GenerateCall, GenerateReply } from '../../calls/call.ts';
import { NO_MODEL } from '../../calls/model.ts';
import type { PlayableItem } from '../../protocols/playable.ts';

/** A problem that a model answers with one text, as a protocol asks it and marks it. */
export interface PilotProblem {
  readonly id: string;
  /** Problems of one cluster share a document; intervals resample clusters. */
  readonly cluster: string;
  /** What is asked; whoever answers takes the place of its model. */
  readonly call: GenerateCall;
  /** The right answer in words; null where only the marking knows it. */
  readonly gold: string | null;
  /** Whether a reply's text is right; null where the protocol does not say without a judge. */
  mark(text: string): boolean | null;
}

/**
 * An item as a problem, by its protocol; null where the protocol first asks for anything but one text of the student.
 *
 * @param gold the right answer in words, as the item's view has it.
 */
export function pilotProblem(item: PlayableItem, gold: string | null): PilotProblem | null {
  const roles = { student: NO_MODEL, judge: NO_MODEL };
  const first = item.play(roles).next([]);
  if (first.done === true) return null;
  const [call, ...more] = first.value;
  if (call?.kind !== 'generate' || more.length > 0) return null;
  return {
    id: item.id,
    cluster: item.cluster,
    call,
    gold,
    mark: (text) => {
      const play = item.play(roles);
      play.next([]);
      const marked = play.next([replyOf(text)]);
      if (marked.done !== true) return null;
      const { correct } = marked.value.values;
      return typeof correct === 'number' ? correct === 1 : null;
    },
  };
}

/** A text as a reply: markings look at nothing else of it. */
function replyOf(text: string): GenerateReply {
  return {
    kind: 'generate',
    text,
    finishReason: 'stop',
    promptTokens: 0,
    newTokens: 0,
    latencyMs: 0,
  };
}

/**
 * Whether the beginning of a reply already holds the answer: it is marked right as it stands, or the gold answer (of a number
 * with its unit, the number) stands in it as a whole. A number that stands there for another reason counts as well, so
 * this leaves out too many beginnings and never too few of those that say the answer in the gold's words.
 */
export function givesAway(
  { gold, mark }: Pick<PilotProblem, 'gold' | 'mark'>,
  text: string,
): boolean {
  if (mark(text) === true) return true;
  if (gold === null) return false;
  const wanted = /-?\d+(?:\.\d+)?/u.exec(gold)?.[0] ?? gold.trim();
  if (wanted === '') return false;
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    const before = text.slice(Math.max(0, at - 2), at);
    const after = text.slice(at + wanted.length, at + wanted.length + 2);
    const startsWhole = !/[\p{L}\p{N}]$/u.test(before) && !/\d\.$/u.test(before);
    const endsWhole = !/^[\p{L}\p{N}]/u.test(after) && !/^\.\d/u.test(after);
    if (startsWhole && endsWhole) return true;
  }
  return false;
}
