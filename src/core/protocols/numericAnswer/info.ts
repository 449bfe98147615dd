import type { ProtocolInfo } from '../protocol.ts';
import { numericAnswerMethod } from './method.ts';
import { numericAnswerMetrics } from './metrics.ts';

/** What boards and cards need of the protocol; how it plays is loaded when something is played. */
export const numericAnswerInfo: ProtocolInfo = {
  id: 'numeric-answer',
  version: 1,
  title: 'Numeric answer',
  packKind: 'numeric-answers',
  roles: ['student'],
  method: numericAnswerMethod,
  metrics: numericAnswerMetrics,
};
