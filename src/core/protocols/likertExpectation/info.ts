import type { ProtocolInfo } from '../protocol.ts';
import { likertExpectationMethod } from './method.ts';
import { likertExpectationMetrics } from './metrics.ts';

/** What boards and cards need of the protocol; how it plays is loaded when something is played. */
export const likertExpectationInfo: ProtocolInfo = {
  id: 'likert-expectation',
  version: 2,
  title: 'Ratings by expectation',
  packKind: 'consult-rubrics',
  roles: ['student', 'judge'],
  method: likertExpectationMethod,
  metrics: likertExpectationMetrics,
};
