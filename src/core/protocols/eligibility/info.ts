import type { ProtocolInfo } from '../protocol.ts';
import { eligibilityMethod } from './method.ts';
import { eligibilityMetrics } from './metrics.ts';

/** What boards and cards need of the protocol; how it plays is loaded when something is played. */
export const eligibilityInfo: ProtocolInfo = {
  id: 'eligibility',
  version: 1,
  title: 'Trial eligibility with evidence',
  packKind: 'trial-eligibility',
  roles: ['student'],
  method: eligibilityMethod,
  metrics: eligibilityMetrics,
};
