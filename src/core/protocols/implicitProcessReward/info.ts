import type { ProtocolInfo } from '../protocol.ts';
import { implicitProcessRewardMethod } from './method.ts';
import { implicitProcessRewardMetrics } from './metrics.ts';

/** What boards and cards need of the protocol; how it plays is loaded when something is played. */
export const implicitProcessRewardInfo: ProtocolInfo = {
  id: 'implicit-process-reward',
  version: 2,
  title: 'Implicit process reward',
  packKind: 'multistep-arithmetic',
  roles: ['student', 'judge'],
  method: implicitProcessRewardMethod,
  metrics: implicitProcessRewardMetrics,
};
