import type { PairRatings, RatedEntry } from '../../core/runs/board/pairRatings.ts';
import type { RunSpec } from '../../core/runs/spec.ts';
import type { WinRate } from '../../core/stats/ratings/winRate.ts';
import { formatCount, formatDecimal, formatQuantity } from '../formatNumber.ts';
import { describeModel, type Explanation, type ReceiptFact } from './receiptFacts.ts';

/** Points without places: an interval of a hundred is usual. */
export function ratingInWords({ rating, low, high }: RatedEntry): string {
  return `${formatDecimal(rating, 0)} [${formatDecimal(low, 0)}, ${formatDecimal(high, 0)}]`;
}

/** `62 %`, a tie counting half. */
export function winRateInWords({ winRate }: WinRate): string {
  return `${formatDecimal(winRate, 0)} %`;
}

function fact(term: string, value: string, isCode = false): ReceiptFact {
  return { term, value, isCode };
}

function winFacts(against: string, wins: WinRate | null): ReceiptFact[] {
  if (wins === null) return [];
  const { standardError } = wins;
  const error =
    standardError === null ? '' : ` ± ${formatDecimal(standardError, 1)} (one standard error)`;
  return [
    fact(
      `Wins against the ${against} reference`,
      `${formatDecimal(wins.winRate, 1)} %${error}: ${formatCount(wins.wins)} won, ${formatCount(wins.ties)} tied, ${formatCount(wins.losses)} lost`,
    ),
  ];
}

/** What stands behind a rating: the model, the battles, the scale, and what to doubt. */
export function explainRating(
  entry: RatedEntry,
  { items, battles }: PairRatings,
  spec: RunSpec,
): Explanation {
  return {
    facts: [
      fact('Rating', ratingInWords(entry)),
      fact(
        'Formula',
        'Bradley-Terry by maximum likelihood over battles, a tie being half a win for each: 400 points are odds of 10 to 1. A ridge penalty holds ratings together, as if they had a spread of 400 points before any battle.',
      ),
      fact('In symbols', 'P(A beats B) = 1 / (1 + 10^((R_B − R_A) / 400))', true),
      fact(
        'Fixed points',
        'The mean of the two reference answers is 1000 in every resample. Students never meet: each meets the same two references, and these meet each other.',
      ),
      fact(
        'Interval',
        '95 % percentile bootstrap over battles: 1,000 resamples, each fitted anew, seed “benchside”',
      ),
      fact(
        'Rank',
        '1 + the number of those whose lower end lies above this one’s upper end; the second number counts from the other side',
      ),
      fact(
        'Battles',
        `${formatCount(entry.battles)} of its own, of ${formatCount(battles)} in all`,
      ),
      ...winFacts('good', entry.vsGood),
      ...winFacts('flawed', entry.vsFlawed),
      fact(
        'Items',
        `${formatQuantity(items, 'item')} that every rated run was played on; comparisons that could not be read are no battles`,
      ),
      fact(
        'What to doubt',
        'Battles are taken for independent, though those of one item are alike, so intervals are somewhat narrow; and models for transitive. Judges prefer long answers, and the one shown first.',
      ),
      fact('Pack', spec.packId, true),
      fact('Pack hash', spec.packHash, true),
      fact('Protocol', `${spec.protocol.id}@${String(spec.protocol.version)}`, true),
      ...(entry.runId === null ? [] : [fact('Student', describeModel(spec.roles.student), true)]),
      fact('Judge', describeModel(spec.roles.judge), true),
    ],
    command: null,
  };
}
