import type { ProtocolInfo } from '../protocol.ts';
import { rateAnswersMethod } from './method.ts';
import { rateAnswersMetrics } from './metrics.ts';

/** What boards and cards need of the protocol; how it plays is loaded when something is played. */
export const rateAnswersInfo: ProtocolInfo = {
  id: 'rate-answers',
  version: 1,
  title: 'Rating answers',
  packKind: 'preferences',
  roles: ['student'],
  method: rateAnswersMethod,
  metrics: rateAnswersMetrics,
};
