import { createRandom } from '../../random.ts';
import { normalInterval } from '../intervals/normalInterval.ts';
import { quantileSorted } from '../quantile.ts';
import type { BattleTable } from './battles.ts';
import { rankByInterval, type RankRange } from './rankByInterval.ts';
import {
  chance,
  fitStrengths,
  inverseHessianAt,
  refitStrengths,
  type PairScores,
} from './strengths.ts';

export interface BradleyTerryOptions {
  /** Weight of the penalty ½ ridge Σ r², r = (rating - 1000) / 400: as if ratings had a spread of 400 / √ridge. 1 unless given. */
  readonly ridge: number;
  /** How intervals are found; by bootstrap unless given. */
  readonly interval: 'bootstrap' | 'sandwich';
  /** Of the bootstrap: 1000 unless given. */
  readonly rounds: number;
  readonly seed: string;
  /**
   * Models whose mean rating is 1000, in every resample; all of them unless given. Ratings of those who met the same opponents, held
   * to these, do not move with who else is rated, but for the ridge.
   */
  readonly anchors: readonly string[];
}

/** A model's rating with its 95 % interval. */
export interface RatedModel extends RankRange {
  readonly model: string;
  /** The mean of the anchors, or of all models, is 1000; 400 points are odds of 10 to 1. */
  readonly rating: number;
  readonly low: number;
  readonly high: number;
  readonly battles: number;
}

const POINTS = 400;
const CENTRE = 1000;
/** Battles drawn at a time: few enough to stay in the processor's nearest cache. */
const BLOCK = 4096;
/** From logits to points. */
const SCALE = POINTS / Math.LN10;

/**
 * Ratings of the Bradley-Terry model (1952), P(A beats B) = σ(ln 10 (r_A - r_B)), shown as 400 r + 1000: by maximum likelihood over
 * battles of which a tie is half a win, with a ridge penalty, for a model that only wins has no finite maximum (its rating is then
 * the penalty's doing: look at its interval). Best first.
 *
 * Intervals are percentiles over resamples of the battles (multinomial counts over pairs and outcomes; each is fitted anew from the
 * full fit), or 1.96 standard errors of the sandwich H⁻¹ S H⁻¹ with S = Σ (y - p)² x xᵀ (White 1982), as arenas do at size.
 * Battles are taken for independent: votes of one person, or on one prompt, are not quite.
 *
 * @throws RangeError for a ridge that is not above 0, rounds that are no whole number above 0, or an anchor that has no battle.
 */
export function bradleyTerry(
  table: BattleTable,
  options: Partial<BradleyTerryOptions> = {},
): RatedModel[] {
  const { ridge = 1, interval = 'bootstrap', rounds = 1000, seed = 'benchside' } = options;
  const anchors = anchorsOf(table, options.anchors);
  if (!(ridge > 0 && ridge < Infinity)) {
    throw new RangeError(`The ridge must be above 0, not ${String(ridge)}.`);
  }
  if (!Number.isInteger(rounds) || rounds < 1) {
    throw new RangeError(`A bootstrap needs 1 round or more, not ${String(rounds)}.`);
  }
  const scores = scoresOf(table, ridge);
  const strengths = fitStrengths(scores);
  const inverseHessian = inverseHessianAt(scores, strengths);
  const full: FullFit = { scores, strengths, inverseHessian, anchors };
  const centre = centreOf(strengths, anchors);
  const ends =
    interval === 'sandwich' ? sandwichEnds(table, full) : bootstrapEnds(table, full, rounds, seed);
  const ranges = rankByInterval(ends);
  const battles = battlesOf(table);
  const rated = table.models.map((model, place): RatedModel => {
    const { low, high } = ends[place] ?? { low: Number.NaN, high: Number.NaN };
    const range = ranges[place] ?? { rank: 1, lastRank: table.models.length };
    const rating = pointsOf((strengths[place] ?? 0) - centre);
    return { model, rating, low, high, battles: battles[place] ?? 0, ...range };
  });
  return rated.sort((a, b) => b.rating - a.rating);
}

interface FullFit {
  readonly scores: PairScores;
  readonly strengths: Float64Array;
  readonly inverseHessian: Float64Array;
  /** Numbers of the models at the centre; empty for all, whom the penalty keeps there. */
  readonly anchors: readonly number[];
}

function anchorsOf({ models }: BattleTable, wanted: readonly string[] = []): number[] {
  return wanted.map((name) => {
    const number = models.indexOf(name);
    if (number < 0) throw new RangeError(`${name.slice(0, 100)} has no battle to be rated by.`);
    return number;
  });
}

/** What stands at 1000: the mean strength of the anchors. */
function centreOf(strengths: Float64Array, anchors: readonly number[]): number {
  if (anchors.length === 0) return 0;
  return anchors.reduce((sum, anchor) => sum + (strengths[anchor] ?? 0), 0) / anchors.length;
}

interface Ends {
  readonly low: number;
  readonly high: number;
}

function pointsOf(strength: number): number {
  return CENTRE + SCALE * strength;
}

function scoresOf(table: BattleTable, ridge: number): PairScores {
  const { models, first, second, wins, ties, losses } = table;
  return {
    models: models.length,
    first,
    second,
    met: Float64Array.from(wins, (won, pair) => won + (ties[pair] ?? 0) + (losses[pair] ?? 0)),
    won: Float64Array.from(wins, (won, pair) => won + (ties[pair] ?? 0) / 2),
    // r is a strength less a factor of ln 10.
    penalty: ridge / Math.LN10 ** 2,
  };
}

function battlesOf({ models, first, second, wins, ties, losses }: BattleTable): number[] {
  const counts = models.map(() => 0);
  for (const [pair, won] of wins.entries()) {
    const met = won + (ties[pair] ?? 0) + (losses[pair] ?? 0);
    for (const model of [first[pair] ?? 0, second[pair] ?? 0]) {
      counts[model] = (counts[model] ?? 0) + met;
    }
  }
  return counts;
}

function sandwichEnds(table: BattleTable, { strengths, inverseHessian, anchors }: FullFit): Ends[] {
  const { first, second, wins, ties, losses } = table;
  const size = strengths.length;
  const variances = new Float64Array(size);
  for (const [pair, a] of first.entries()) {
    const b = second[pair] ?? 0;
    const p = chance((strengths[a] ?? 0) - (strengths[b] ?? 0));
    const squares =
      (wins[pair] ?? 0) * (1 - p) ** 2 +
      (ties[pair] ?? 0) * (0.5 - p) ** 2 +
      (losses[pair] ?? 0) * p ** 2;
    const reaches = Float64Array.from({ length: size }, (_, model) => {
      const row = model * size;
      return (inverseHessian[row + a] ?? 0) - (inverseHessian[row + b] ?? 0);
    });
    // How far a battle moves what stands at 1000, it moves every rating the other way.
    const shift = centreOf(reaches, anchors);
    for (let model = 0; model < size; model += 1) {
      const reach = (reaches[model] ?? 0) - shift;
      variances[model] = (variances[model] ?? 0) + squares * reach ** 2;
    }
  }
  const centre = centreOf(strengths, anchors);
  return Array.from(variances, (variance, model) =>
    normalInterval(pointsOf((strengths[model] ?? 0) - centre), SCALE * Math.sqrt(variance)),
  );
}

/** The cell of each battle: three to a pair, in the order won, tied, lost. */
function cellsOf({ wins, ties, losses }: BattleTable): Uint32Array {
  const counts = [...wins.keys()].flatMap((pair) => [
    wins[pair] ?? 0,
    ties[pair] ?? 0,
    losses[pair] ?? 0,
  ]);
  const cells = new Uint32Array(counts.reduce((sum, count) => sum + count, 0));
  let start = 0;
  for (const [cell, count] of counts.entries()) {
    cells.fill(cell, start, start + count);
    start += count;
  }
  return cells;
}

function bootstrapEnds(table: BattleTable, full: FullFit, rounds: number, seed: string): Ends[] {
  const { scores, strengths, anchors } = full;
  const { first } = table;
  const size = strengths.length;
  const cellOf = cellsOf(table);
  const block = new Uint32Array(Math.min(BLOCK, cellOf.length));
  const met = new Float64Array(first.length);
  const won = new Float64Array(first.length);
  const counts = new Uint32Array(3 * first.length);
  const random = createRandom(seed);
  const resampled = new Float64Array(size * rounds);
  for (let round = 0; round < rounds; round += 1) {
    counts.fill(0);
    for (let left = cellOf.length; left > 0; left -= block.length) {
      random.fillInts(block, cellOf.length);
      for (let draw = 0; draw < Math.min(left, block.length); draw += 1) {
        const cell = cellOf[block[draw] ?? 0] ?? 0;
        counts[cell] = (counts[cell] ?? 0) + 1;
      }
    }
    for (let pair = 0; pair < first.length; pair += 1) {
      const ofWins = counts[3 * pair] ?? 0;
      const ofTies = counts[3 * pair + 1] ?? 0;
      won[pair] = ofWins + ofTies / 2;
      met[pair] = ofWins + ofTies + (counts[3 * pair + 2] ?? 0);
    }
    const refitted = refitStrengths({ ...scores, met, won }, full);
    const centre = centreOf(refitted, anchors);
    for (const [model, strength] of refitted.entries())
      resampled[model * rounds + round] = strength - centre;
  }
  return Array.from({ length: size }, (_, model) => {
    const sorted = resampled.subarray(model * rounds, (model + 1) * rounds).sort();
    return {
      low: pointsOf(quantileSorted(sorted, 0.025)),
      high: pointsOf(quantileSorted(sorted, 0.975)),
    };
  });
}
