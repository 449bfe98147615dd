import type { ProtocolInfo } from '../protocol.ts';
import { workedAnswerMethod } from './method.ts';
import { workedAnswerMetrics } from './metrics.ts';

/** What boards and cards need of the protocol; how it plays is loaded when something is played. */
export const workedAnswerInfo: ProtocolInfo = {
  id: 'worked-answer',
  version: 1,
  title: 'Worked answer',
  packKind: 'multistep-arithmetic',
  roles: ['student'],
  method: workedAnswerMethod,
  metrics: workedAnswerMetrics,
};
