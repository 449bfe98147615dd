import type { ProtocolInfo } from '../protocol.ts';
import { entitySpansMethod } from './method.ts';
import { entitySpansMetrics } from './metrics.ts';

/** What boards and cards need of the protocol; how it plays is loaded when something is played. */
export const entitySpansInfo: ProtocolInfo = {
  id: 'entity-spans',
  version: 1,
  title: 'Entity spans',
  packKind: 'entity-spans',
  roles: ['student'],
  method: entitySpansMethod,
  metrics: entitySpansMetrics,
};
