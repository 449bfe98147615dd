import type { ProtocolInfo } from '../protocol.ts';
import { verifyEvidenceMethod } from './method.ts';
import { verifyEvidenceMetrics } from './metrics.ts';

/** What boards and cards need of the protocol; how it plays is loaded when something is played. */
export const verifyEvidenceInfo: ProtocolInfo = {
  id: 'verify-evidence',
  version: 3,
  title: 'Verification with evidence',
  packKind: 'concept-verification',
  roles: ['student', 'judge'],
  method: verifyEvidenceMethod,
  metrics: verifyEvidenceMetrics,
};
