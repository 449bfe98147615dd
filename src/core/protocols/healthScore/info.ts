import type { ProtocolInfo } from '../protocol.ts';
import { healthScoreMethod } from './method.ts';
import { healthScoreMetrics } from './metrics.ts';

/** What boards and cards need of the protocol; how it plays is loaded when something is played. */
export const healthScoreInfo: ProtocolInfo = {
  id: 'health-score',
  version: 2,
  title: 'Health-SCORE',
  packKind: 'consult-rubrics',
  roles: ['student', 'judge'],
  method: healthScoreMethod,
  metrics: healthScoreMetrics,
};
