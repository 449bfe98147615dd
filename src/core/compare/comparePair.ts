import { findProtocol } from '../protocols/registry.ts';
import { compareMetric, type MetricComparison } from './compareMetric.ts';
import type { UnitPair } from './pairUnits.ts';

/** Two runs to be compared in every metric of their protocol. */
export interface PairRequest {
  protocol: { id: string; version: number };
  pairs: readonly UnitPair[];
}

/**
 * Every metric of the protocol, compared over the pairs.
 *
 * @throws RangeError when the protocol is not known here.
 */
export function comparePair({ protocol, pairs }: PairRequest): MetricComparison[] {
  const info = findProtocol(protocol.id, protocol.version);
  if (info === undefined) {
    throw new RangeError(
      `This page has no protocol ${protocol.id} version ${String(protocol.version)}. Reload the page to get its newest version.`,
    );
  }
  return info.metrics.map((metric) => compareMetric(pairs, metric));
}
