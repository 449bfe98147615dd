import type { ModelReply } from '../core/calls/call.ts';
import type { EndpointModelRef } from '../core/calls/model.ts';
import type { ParityStamp, Stamps } from '../core/parity/stamp.ts';
import type { ItemDetail } from '../core/protocols/itemScore.ts';
import type { RunOrigin } from '../core/runs/origin.ts';
import type { RunSummary } from '../core/runs/runSummary.ts';
import type { RunSpec } from '../core/runs/spec.ts';
import type { RunState } from '../core/runs/state.ts';
import type { Execution, Parity, Provenance } from '../core/share/bundle.ts';

/** A reply under the identity of its call. */
export interface MemoRecord {
  /** SHA-256 of the call's canonical JSON. */
  identity: string;
  modelKey: string;
  reply: ModelReply;
  /** Milliseconds since the epoch. */
  answeredAt: number;
  /** How often a model was asked this. More than once means that a replay was paid for again. */
  timesAnswered: number;
}

/** A run: finished or not, played here or brought in. */
export interface RunRecord {
  /** SHA-256 of the spec; for brought-in runs with the origin in front. */
  runId: string;
  origin: RunOrigin;
  spec: RunSpec;
  state: RunState;
  createdAt: number;
  updatedAt: number;
  /** What the models ran on; null until they were loaded. */
  execution: { student: Execution; judge: Execution } | null;
  parity: readonly Parity[];
  /** What the parity probe said of each role's model; left out by runs of before there were stamps. */
  stamps?: Stamps | undefined;
  /** Given for finished runs. */
  provenance: Provenance | null;
  /** Derived from the scores; rebuilt when `summaryVersion` is not the code's. */
  summary: RunSummary | null;
  summaryVersion: number;
}

/** The score of one unit. */
export interface ScoreRecord {
  runId: string;
  unitKey: string;
  itemId: string;
  values: Readonly<Record<string, number | null>>;
  /** Null for brought-in runs: texts do not travel. */
  detail: ItemDetail | null;
  /** Identities of the calls it was scored from. */
  calls: readonly string[];
}

/** How to reach a model behind an endpoint. The one table that holds a secret. */
export interface EndpointRecord {
  modelKey: string;
  model: EndpointModelRef;
  /** The address, without a slash at the end. */
  base: string;
  /** Sent as a bearer token; null for none. */
  key: string | null;
  addedAt: number;
}

/** What a model last ran on in this browser, so that a run answered from memory can still say it. */
export interface ExecutionRecord {
  modelKey: string;
  execution: Execution;
}

/** What the parity probe said of a model on a machine (`stampKey`). */
export interface StampRecord {
  key: string;
  stamp: ParityStamp;
  /** How often the probe was begun without coming to figures. */
  attempts: number;
}
