/**
 * Cohen's kappa (1960) of two readers who each give every question one of any number of labels: (agreement − agreement by
 * chance) / (1 − agreement by chance), where chance has each reader give each label as often as they do. Null without
 * questions, and where both always give the same one label (0/0). With two labels it is `cohenKappa`.
 */
export function kappaOfLabels(pairs: readonly (readonly [string, string])[]): number | null {
  if (pairs.length === 0) return null;
  const first = new Map<string, number>();
  const second = new Map<string, number>();
  let agreed = 0;
  for (const [one, two] of pairs) {
    first.set(one, (first.get(one) ?? 0) + 1);
    second.set(two, (second.get(two) ?? 0) + 1);
    if (one === two) agreed += 1;
  }
  let byChance = 0;
  for (const [label, count] of first) byChance += count * (second.get(label) ?? 0);
  return kappaOfCounts(pairs.length, agreed, byChance);
}

/**
 * The same of n questions on which the readers agreed `agreed` times; `byChance` is the sum over the labels of how often the
 * first gave it times how often the second did.
 */
export function kappaOfCounts(n: number, agreed: number, byChance: number): number | null {
  // Whole numbers until the last division, so that "always the same label" is met exactly.
  const possible = n * n - byChance;
  return possible === 0 ? null : (agreed * n - byChance) / possible;
}
