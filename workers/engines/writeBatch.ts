import type { Decoder } from './decoder.ts';
import { dispose, type Past, type StackedPast } from './past.ts';
import { throwIfAborted } from './failures.ts';
import type { EventTurns } from './letEventsIn.ts';
import type { Writer } from './preparedCall.ts';
import { pickRows, stackPasts } from './stackPasts.ts';

/** A reply in the making: what was fed so far, and the token to feed next. */
export interface Draft {
  /** The call's place among those asked together. */
  readonly index: number;
  readonly writer: Writer;
  readonly past: Past;
  readonly token: number;
}

export interface WriteOptions {
  readonly signal: AbortSignal;
  readonly turns: EventTurns;
  /** Told at each step which calls it served, and how long it took. */
  readonly charge: (indices: readonly number[], ms: number) => void;
  readonly onDone: (index: number) => void;
}

/** Rows are closed up when so few of them still write: copying keys and values costs about a step. */
const LEAST_SHARE_WRITING = 0.5;

interface Row {
  readonly index: number;
  readonly writer: Writer;
  readonly token: number;
  readonly done: boolean;
}

/** Writes one reply to its end. Takes the draft's past. */
export async function writeAlone(
  decoder: Decoder,
  draft: Draft,
  options: WriteOptions,
): Promise<void> {
  const { writer, index } = draft;
  let { past } = draft;
  let token: number | null = draft.token;
  try {
    while (token !== null) {
      await options.turns.letEventsIn();
      throwIfAborted(options.signal);
      const startMs = performance.now();
      const step = await decoder.feed([token], past, 1);
      await dispose(past);
      past = step.past;
      const [logits] = step.rows;
      token = logits === undefined ? null : writer.next(logits);
      options.charge([index], performance.now() - startMs);
    }
  } finally {
    await dispose(past);
  }
  options.onDone(index);
}

/**
 * Writes several replies side by side, one token of each at a step. Takes the drafts' pasts. Keys and values stay where they
 * lie, in the machine's own memory or on the GPU, and are given back as soon as the next ones are there.
 */
export async function writeBatch(
  decoder: Decoder,
  drafts: readonly Draft[],
  options: WriteOptions,
): Promise<void> {
  let rows: Row[] = drafts.map(({ index, writer, token }) => ({
    index,
    writer,
    token,
    done: false,
  }));
  const { device } = decoder;
  let past: StackedPast;
  try {
    past = stackPasts(
      drafts.map((draft) => draft.past),
      device,
    );
  } finally {
    for (const draft of drafts) await dispose(draft.past);
  }
  try {
    while (rows.some(({ done }) => !done)) {
      await options.turns.letEventsIn();
      throwIfAborted(options.signal);
      const startMs = performance.now();
      const writing = rows.flatMap(({ done }, at) => (done ? [] : [at]));
      if (writing.length <= rows.length * LEAST_SHARE_WRITING) {
        past = await instead(past, pickRows(past, writing, device));
        rows = rows.filter(({ done }) => !done);
      }
      const step = await decoder.feedEach(
        rows.map(({ token }) => token),
        past,
      );
      past = await instead(past, step.past);
      const ended: number[] = [];
      const served = rows.flatMap(({ done, index }) => (done ? [] : [index]));
      rows = rows.map((row, at) => {
        const logits = step.rows[at];
        if (row.done || logits === undefined) return row;
        const token = row.writer.next(logits);
        if (token !== null) return { ...row, token };
        ended.push(row.index);
        return { ...row, done: true };
      });
      options.charge(served, performance.now() - startMs);
      for (const index of ended) options.onDone(index);
    }
  } finally {
    await dispose(past);
  }
}

/** The stack that follows, the one before it given back. */
async function instead(before: StackedPast, next: StackedPast): Promise<StackedPast> {
  await dispose(before);
  return next;
}
