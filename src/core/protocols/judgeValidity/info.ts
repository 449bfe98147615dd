import type { ProtocolInfo } from '../protocol.ts';
import { judgeValidityMethod } from './method.ts';
import { judgeValidityMetrics } from './metrics.ts';
import { JUDGE_VALIDITY } from './names.ts';

/** What boards and cards need of the protocol; how it plays is loaded when something is played. */
export const judgeValidityInfo: ProtocolInfo = {
  id: JUDGE_VALIDITY,
  version: 2,
  title: 'Judge validity',
  packKind: 'consult-rubrics',
  roles: ['judge'],
  method: judgeValidityMethod,
  metrics: judgeValidityMetrics,
};
