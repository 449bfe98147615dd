import type { Candidate } from './replies.ts';

/**
 * Most probability that labels which the server does not name may have together for a choice to
 * count all the same. Ours: it moves no verdict, and no probability by more than a thousandth.
 */
const MOST_UNSEEN = 0.001;

export type LabelScores =
  | { kind: 'scored'; logprobs: number[] }
  /** Some labels are not named, and may have more probability than can be passed over: theirs is `NaN`, not known. */
  | { kind: 'unseen'; logprobs: number[] }
  /** What is named of it begins another label as well. */
  | { kind: 'alike'; label: string };

/**
 * Log-probability of each label, from the candidates for the first token of a reply.
 *
 * A candidate is a label's when it is the label, letter for letter but for blanks before it: some
 * tokenisers write the first word with one. Such candidates are summed. Where none is, the longest
 * candidate that begins the label stands for it, an upper bound for labels of several tokens. A
 * label that no candidate begins is less likely than every candidate; it is given the least of
 * their log-probabilities, the most that it can have, provided that this is next to nothing. Where it is not, nothing is
 * made up: the label has no number, and the choice cannot be read.
 */
export function scoreLabels(
  candidates: readonly Candidate[],
  labels: readonly string[],
): LabelScores {
  const least = Math.min(...candidates.map(({ logprob }) => logprob));
  const found = labels.map((label) => logprobOf(candidates, label, labels));
  const alike = found.indexOf('alike');
  if (alike >= 0) return { kind: 'alike', label: labels[alike] ?? '' };
  const unseen = found.filter((logprob) => logprob === null).length;
  if (unseen > 0 && unseen * Math.exp(least) > MOST_UNSEEN) {
    const known = (logprob: (typeof found)[number]) =>
      typeof logprob === 'number' ? logprob : NaN;
    return { kind: 'unseen', logprobs: found.map(known) };
  }
  return {
    kind: 'scored',
    logprobs: found.map((logprob) => (typeof logprob === 'number' ? logprob : least)),
  };
}

function logprobOf(
  candidates: readonly Candidate[],
  label: string,
  labels: readonly string[],
): number | 'alike' | null {
  const whole = candidates.filter(({ token }) => token.trimStart() === label);
  if (whole.length > 0) return sumOf(whole);
  const begin = candidates
    .map(({ token, logprob }) => ({ start: token.trimStart(), logprob }))
    .filter(({ start }) => start !== '' && label.startsWith(start))
    .sort((a, b) => b.start.length - a.start.length);
  const [longest] = begin;
  if (longest === undefined) return null;
  if (labels.some((other) => other !== label && other.startsWith(longest.start))) return 'alike';
  return sumOf(begin.filter(({ start }) => start === longest.start));
}

/** Log of the sum of probabilities; never above 0, which rounding can make of it. */
function sumOf(candidates: readonly { logprob: number }[]): number {
  const sum = candidates.reduce((total, { logprob }) => total + Math.exp(logprob), 0);
  return Math.min(0, sum === 0 ? Math.max(...candidates.map((one) => one.logprob)) : Math.log(sum));
}
