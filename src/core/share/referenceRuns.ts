import * as v from 'valibot';
import { provenanceSchema } from './bundle.ts';
import { runSpecSchema } from '../runs/spec.ts';

const finite = v.pipe(v.number(), v.finite());
const count = v.pipe(v.number(), v.integer(), v.minValue(0));

const intervalSchema = v.strictObject({
  estimate: finite,
  low: finite,
  high: finite,
  n: count,
  clusters: count,
});

/** The summary of a run, as `summarise` makes it. */
export const summarySchema = v.strictObject({
  metrics: v.array(v.strictObject({ metricId: v.string(), interval: v.nullable(intervalSchema) })),
  units: count,
  criteria: count,
  unscored: count,
  unreadable: count,
});

/**
 * The list of runs that the site ships. It repeats each run's summary, so that the first paint needs
 * this one file; a test recomputes every summary from the run's own file.
 */
export const referenceIndexSchema = v.strictObject({
  format: v.literal('benchside-reference-runs'),
  formatVersion: v.literal(1),
  summaryVersion: count,
  runs: v.array(
    v.strictObject({
      file: v.pipe(v.string(), v.regex(/^[\w.-]+\.json$/)),
      spec: runSpecSchema,
      provenance: provenanceSchema,
      summary: summarySchema,
    }),
  ),
});
export type ReferenceIndex = v.InferOutput<typeof referenceIndexSchema>;
