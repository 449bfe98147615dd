import type { CurveOptions, KlCurve } from '../core/distill/pilots/klCurve.ts';
import type { KlRollout, PrefixOutcome } from '../core/distill/pilots/outcomes.ts';
import type { PrefixCurve } from '../core/distill/pilots/prefixCurve.ts';
import type { MetricComparison } from '../core/compare/compareMetric.ts';
import type { PairRequest } from '../core/compare/comparePair.ts';
import type { MarkAgreement, MarkPair, ScorePair } from '../core/compare/markAgreement.ts';
import type { ItemPanels, PanelRequest } from '../core/runs/board/itemPanels.ts';
import type { PairRatings, RatingRequest } from '../core/runs/board/pairRatings.ts';
import type { BootstrapOptions, Interval } from '../core/stats/bootstrapInterval.ts';
import type {
  AnsweredLength,
  LengthDependence,
} from '../core/stats/comparison/lengthDependence.ts';
import type { PairedComparison, PairedValues } from '../core/stats/comparison/pairedBootstrap.ts';
import type { ClusteredValue } from '../core/stats/intervals/clusteredMeanInterval.ts';
import type { BattleTable } from '../core/stats/ratings/battles.ts';
import type { BradleyTerryOptions, RatedModel } from '../core/stats/ratings/bradleyTerry.ts';

/** A figure, or the sentence that says why there can be none of these data. */
export type StatsOutcome<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly message: string };

/**
 * Functions of the worker that computes what would hold the page up. Each is the function of core of the same name; the worker
 * is busy until it is done, so the page ends the worker to end a computation.
 */
export interface StatsWorkerApi {
  bradleyTerry(
    table: BattleTable,
    options: Partial<BradleyTerryOptions>,
  ): StatsOutcome<RatedModel[]>;
  bootstrapMean(
    rows: readonly ClusteredValue[],
    options: Partial<BootstrapOptions>,
  ): StatsOutcome<Interval | null>;
  pairedBootstrap(
    rows: readonly PairedValues[],
    options: Partial<BootstrapOptions>,
  ): StatsOutcome<PairedComparison | null>;
  klCurve(rollouts: readonly KlRollout[], options: CurveOptions): StatsOutcome<KlCurve | null>;
  prefixCurve(
    outcomes: readonly PrefixOutcome[],
    options: CurveOptions,
  ): StatsOutcome<PrefixCurve | null>;
  comparePair(request: PairRequest): StatsOutcome<MetricComparison[]>;
  markAgreement(rows: readonly MarkPair[]): StatsOutcome<MarkAgreement>;
  scoreAgreement(rows: readonly ScorePair[]): StatsOutcome<Interval | null>;
  lengthDependence(rows: readonly AnsweredLength[]): StatsOutcome<LengthDependence>;
  pairRatings(request: RatingRequest): StatsOutcome<PairRatings>;
  itemPanels(request: PanelRequest): Promise<StatsOutcome<ItemPanels>>;
}
