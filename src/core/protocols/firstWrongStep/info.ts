import type { ProtocolInfo } from '../protocol.ts';
import { firstWrongStepMethod } from './method.ts';
import { firstWrongStepMetrics } from './metrics.ts';

/** What boards and cards need of the protocol; how it plays is loaded when something is played. */
export const firstWrongStepInfo: ProtocolInfo = {
  id: 'first-wrong-step',
  version: 1,
  title: 'First wrong step',
  packKind: 'stepwise-errors',
  roles: ['student'],
  method: firstWrongStepMethod,
  metrics: firstWrongStepMetrics,
};
