import type { ProtocolInfo } from '../protocol.ts';
import { errorCorrectionMethod } from './method.ts';
import { errorCorrectionMetrics } from './metrics.ts';

/** What boards and cards need of the protocol; how it plays is loaded when something is played. */
export const errorCorrectionInfo: ProtocolInfo = {
  id: 'error-correction',
  version: 1,
  title: 'Error correction',
  packKind: 'note-errors',
  roles: ['student'],
  method: errorCorrectionMethod,
  metrics: errorCorrectionMetrics,
};
