import type { Explanation } from './receiptFacts.ts';

/** A number that a paper publishes: where it is from, and that nothing here computes it. */
export function explainPublished(number: {
  shown: string;
  asWritten: string | null;
  system: string;
  metric: string;
  benchmark: string | null;
  paper: string;
}): Explanation {
  const { shown, asWritten, system, metric, benchmark, paper } = number;
  const facts: [string, string | null][] = [
    [metric, shown],
    ['As written', asWritten],
    ['System', system],
    ['Benchmark', benchmark ?? 'not named'],
    ['Paper', paper],
    [
      'Formula',
      'The paper’s own. It was read from its abstract, and a check of the project looks for the number in that text.',
    ],
    ['n, interval, device', 'not known: an abstract names few conditions'],
    ['Measured here', 'no, so no command computes it again'],
  ];
  return {
    facts: facts.flatMap(([term, value]) =>
      value === null ? [] : [{ term, value, isCode: false }],
    ),
    command: null,
  };
}
