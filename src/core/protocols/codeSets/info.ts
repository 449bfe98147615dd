import type { ProtocolInfo } from '../protocol.ts';
import { codeSetsMethod } from './method.ts';
import { codeSetsMetrics } from './metrics.ts';

/** What boards and cards need of the protocol; how it plays is loaded when something is played. */
export const codeSetsInfo: ProtocolInfo = {
  id: 'code-sets',
  version: 2,
  title: 'Code sets',
  packKind: 'concept-verification',
  roles: ['student'],
  method: codeSetsMethod,
  metrics: codeSetsMetrics,
};
