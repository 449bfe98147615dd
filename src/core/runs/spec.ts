import * as v from 'valibot';
import { identityOf } from '../calls/identity.ts';
import { isNoModel, modelRefSchema, modelKeyAnyDevice, type ModelRef } from '../calls/model.ts';

const sha256Schema = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const idSchema = v.pipe(v.string(), v.regex(/^[\w.-]{1,96}$/));

/** Most items that one run may have. */
export const MAX_UNITS = 20_000;

/**
 * All that decides a run's numbers: pack hash x items x epochs x protocol@version x models.
 * Two runs with equal specs are one run.
 */
export const runSpecSchema = v.strictObject({
  packId: idSchema,
  /** SHA-256 of the pack's items file. */
  packHash: sha256Schema,
  protocol: v.strictObject({
    id: idSchema,
    version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  }),
  /** A role that the protocol does not have is played by `NO_MODEL`. */
  roles: v.strictObject({ student: modelRefSchema, judge: modelRefSchema }),
  /** How many items, drawn by hash so that a smaller limit is a subset of a larger; null for all. */
  limit: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MAX_UNITS))),
  epochs: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100)),
});
export type RunSpec = v.InferOutput<typeof runSpecSchema>;

/** Identity of a run: SHA-256 of its spec. */
export function runIdentity(spec: RunSpec): string {
  return identityOf(spec);
}

/** Whose numbers a run's are: the student's, or the judge's where there is no student. */
export function subjectOf({ roles }: Pick<RunSpec, 'roles'>): ModelRef {
  return isNoModel(roles.student) ? roles.judge : roles.student;
}

/** Whether a model behind an endpoint took part: no device of this machine can play it again. */
export function usesEndpoint({ roles: { student, judge } }: Pick<RunSpec, 'roles'>): boolean {
  return student.source === 'endpoint' || judge.source === 'endpoint';
}

/**
 * What stays equal when the same experiment is run on another device: the key under which runs
 * are compared for parity.
 */
export function experimentKey(spec: RunSpec): string {
  return identityOf({
    ...spec,
    roles: {
      student: modelKeyAnyDevice(spec.roles.student),
      judge: modelKeyAnyDevice(spec.roles.judge),
    },
  });
}
