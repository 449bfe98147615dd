import type { Tape, Value } from './tape.ts';

export interface AttentionShape {
  readonly batch: number;
  readonly length: number;
  readonly heads: number;
  readonly kvHeads: number;
  readonly headDim: number;
}

/** Tokens (int64 [sites], flat) whose attention is looked at, the places that count ([sites, length]), and shares. */
export interface Guide {
  readonly sites: Value;
  readonly targets: Value;
  readonly shares: Value;
}

/** Keeps a logarithm finite. */
const LEAST_SEEN = 1e-6;

/**
 * Grouped-query attention. Queries are [batch, heads, length, headDim], keys and values [batch, kvHeads, length, headDim],
 * `bias` [batch, 1, 1, length, length]; gives [batch, heads, length, headDim].
 *
 * Heads that share a key head are laid one under the other, so that every product is a plain one of two matrices. The
 * gradient of the scores is P * (dP - rowsum(dOut * out)), as in FlashAttention (Dao et al. 2022).
 *
 * With a guide the first head is also pulled to the guide's targets; its loss is given beside.
 */
export function attention(
  tape: Tape,
  { batch, length, heads, kvHeads, headDim }: AttentionShape,
  { query, key, value, bias }: Readonly<Record<'query' | 'key' | 'value' | 'bias', Value>>,
  guide: Guide | undefined,
): { out: Value; loss: Value | undefined } {
  const group = heads / kvHeads;
  const alpha = 1 / Math.sqrt(headDim);
  const stacked = [batch, kvHeads, group * length] as const;
  const stack = (of: Value): Value => tape.reshape(of, ...stacked, headDim);
  const product = (a: Value, b: Value, how: Record<string, number> = {}): Value =>
    tape.microsoft('FusedMatMul', [a, b], how);

  const queries = stack(query);
  const scores = product(queries, key, { transB: 1, alpha });
  const biased = tape.op('Add', [
    tape.reshape(scores, batch, kvHeads, group, length, length),
    bias,
  ]);
  const shares = tape.reshape(tape.op('Softmax', [biased], { axis: -1 }), ...stacked, length);
  const mixed = product(shares, value);
  const out = tape.reshape(mixed, batch, heads, length, headDim);
  const pulled = guide === undefined ? undefined : pull(tape, shares, { batch, length }, guide);

  tape.differentiate(out, (gradient) => {
    const mixedGradient = stack(gradient);
    tape.addGradient(value, product(shares, mixedGradient, { transA: 1 }));
    const along = tape.sum(tape.op('Mul', [mixedGradient, mixed]), -1);
    const shareGradient = product(mixedGradient, value, { transB: 1 });
    const scoreGradient = tape.op('Mul', [shares, tape.op('Sub', [shareGradient, along])]);
    tape.addGradient(
      query,
      tape.reshape(product(scoreGradient, key, { alpha }), batch, heads, length, headDim),
    );
    tape.addGradient(key, product(scoreGradient, queries, { transA: 1, alpha }));
    if (pulled === undefined) return;
    const firstKey = tape.first(key, 1, 1);
    const firstQuery = tape.first(query, 1, 1);
    const fill = (of: Value, count: number): Value =>
      tape.op('Pad', [of, tape.integers(0, 0, 0, 0, 0, count - 1, 0, 0)]);
    tape.addGradient(query, fill(product(pulled.scoreGradient, firstKey, { alpha }), heads));
    tape.addGradient(
      key,
      fill(product(pulled.scoreGradient, firstQuery, { transA: 1, alpha }), kvHeads),
    );
  });
  return { out, loss: pulled?.loss };
}

/** The guide's loss on the first head, and its gradient by that head's scores [batch, 1, length, length]. */
function pull(
  tape: Tape,
  shares: Value,
  { batch, length }: { batch: number; length: number },
  guide: Guide,
): { loss: Value; scoreGradient: Value } {
  const tokens = batch * length;
  const first = tape.reshape(tape.first(tape.first(shares, 1, 1), 2, length), tokens, length);
  const rows = tape.op('Gather', [first, guide.sites]);
  const seen = tape.op('Add', [
    tape.sum(tape.op('Mul', [rows, guide.targets]), -1, false),
    tape.float(LEAST_SEEN),
  ]);
  const weighted = tape.op('Mul', [tape.op('Log', [seen]), guide.shares]);
  const loss = tape.op('Neg', [tape.sum(weighted, 0)]);
  const slope = tape.op('Neg', [tape.op('Div', [guide.shares, seen])]);
  const byRow = tape.op('Mul', [tape.op('Unsqueeze', [slope, tape.integers(-1)]), guide.targets]);
  const gradient = tape.scatterRows(guide.sites, byRow, tokens, length);
  const along = tape.sum(tape.op('Mul', [gradient, first]), -1);
  const scoreGradient = tape.op('Mul', [first, tape.op('Sub', [gradient, along])]);
  return { loss, scoreGradient: tape.reshape(scoreGradient, batch, 1, length, length) };
}
