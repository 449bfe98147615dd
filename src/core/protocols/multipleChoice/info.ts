import type { ProtocolInfo } from '../protocol.ts';
import { multipleChoiceMethod } from './method.ts';
import { multipleChoiceMetrics } from './metrics.ts';

/** What boards and cards need of the protocol; how it plays is loaded when something is played. */
export const multipleChoiceInfo: ProtocolInfo = {
  id: 'multiple-choice',
  version: 1,
  title: 'Multiple choice',
  packKind: 'multiple-choice',
  roles: ['student'],
  method: multipleChoiceMethod,
  metrics: multipleChoiceMetrics,
};
