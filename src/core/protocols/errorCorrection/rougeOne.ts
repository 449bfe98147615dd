/** Lower-case runs of a-z and 0-9, as rouge-score tokenises without a stemmer. */
export function rougeTokens(text: string): string[] {
  return text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
}

/**
 * ROUGE-1 F in [0, 1] (Lin 2004): with m the number of tokens that both texts hold, each counted as often as in the text
 * that has fewer of it, P = m / said, R = m / gold, F = 2 P R / (P + R). The numbers are those of rouge-score 0.1.2 without a
 * stemmer; 0 where either text has no token.
 */
export function rougeOneF(gold: string, said: string): number {
  const goldTokens = rougeTokens(gold);
  const saidTokens = rougeTokens(said);
  const left = new Map<string, number>();
  for (const token of goldTokens) left.set(token, (left.get(token) ?? 0) + 1);
  let shared = 0;
  for (const token of saidTokens) {
    const count = left.get(token) ?? 0;
    if (count === 0) continue;
    left.set(token, count - 1);
    shared += 1;
  }
  return shared === 0 ? 0 : (2 * shared) / (goldTokens.length + saidTokens.length);
}
