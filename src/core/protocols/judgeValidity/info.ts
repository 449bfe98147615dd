import type { ProtocolInfo } from '../protocol.ts';
import { judgeValidityMethod } from './method.ts';
import { judgeValidityMetrics } from './metrics.ts';

/** What boards and cards need of the protocol; how it plays is loaded when something is played. */
export const judgeValidityInfo: ProtocolInfo = {
  id: 'judge-validity',
  version: 1,
  title: 'Judge validity',
  packKind: 'consult-rubrics',
  roles: ['judge'],
  method: judgeValidityMethod,
  metrics: judgeValidityMetrics,
};
