import { klCurve } from '../src/core/distill/pilots/klCurve.ts';
import { prefixCurve } from '../src/core/distill/pilots/prefixCurve.ts';
import { comparePair } from '../src/core/compare/comparePair.ts';
import { markAgreement, scoreAgreement } from '../src/core/compare/markAgreement.ts';
import { pairRatings } from '../src/core/runs/board/pairRatings.ts';
import { lengthDependence } from '../src/core/stats/comparison/lengthDependence.ts';
import { pairedBootstrap } from '../src/core/stats/comparison/pairedBootstrap.ts';
import { bootstrapMean } from '../src/core/stats/intervals/bootstrapMean.ts';
import { bradleyTerry } from '../src/core/stats/ratings/bradleyTerry.ts';
import type { StatsOutcome, StatsWorkerApi } from '../src/rpc/statsWorker.ts';
import { serveWorker } from './serveWorker.ts';

/** Data that a statistic refuses are an outcome; anything else is a mistake of ours, and stays an error. */
function attempt<T>(compute: () => T): StatsOutcome<T> {
  try {
    return { ok: true, value: compute() };
  } catch (error) {
    if (error instanceof RangeError) return { ok: false, message: error.message };
    throw error;
  }
}

const api: StatsWorkerApi = {
  bradleyTerry: (table, options) => attempt(() => bradleyTerry(table, options)),
  bootstrapMean: (rows, options) => attempt(() => bootstrapMean(rows, options)),
  pairedBootstrap: (rows, options) => attempt(() => pairedBootstrap(rows, options)),
  klCurve: (rollouts, options) => attempt(() => klCurve(rollouts, options)),
  prefixCurve: (outcomes, options) => attempt(() => prefixCurve(outcomes, options)),
  comparePair: (request) => attempt(() => comparePair(request)),
  markAgreement: (rows) => attempt(() => markAgreement(rows)),
  scoreAgreement: (rows) => attempt(() => scoreAgreement(rows)),
  lengthDependence: (rows) => attempt(() => lengthDependence(rows)),
  pairRatings: (request) => attempt(() => pairRatings(request)),
  // It brings every protocol's metrics with it, which nothing else here needs.
  itemPanels: async (request) => {
    const { itemPanels } = await import('../src/core/runs/board/itemPanels.ts');
    return attempt(() => itemPanels(request));
  },
};

serveWorker<Record<string, never>, StatsWorkerApi>(api);
