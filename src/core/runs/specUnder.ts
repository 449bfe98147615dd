import { isNoModel, NO_MODEL, type ModelRef } from '../calls/model.ts';
import { headsForKind } from '../protocols/heads.ts';
import type { Role } from '../protocols/protocol.ts';
import { problem, type Parsed } from '../share/parseBundle.ts';
import { runIdentity, type RunSpec } from './spec.ts';

/**
 * The spec of the same items, student and device under another protocol, the protocol's newest version, or another judge: what
 * was answered for the one is remembered for the other. A problem where the protocol does not play the pack, needs a model that
 * the run was played without, or would be the run that there is.
 *
 * @param judge null for the run's own.
 */
export function specUnder(
  spec: RunSpec,
  packKind: string,
  protocolId: string,
  judge: ModelRef | null = null,
): Parsed<RunSpec> {
  const protocol = headsForKind(packKind).find(({ id }) => id === protocolId);
  if (protocol === undefined) {
    return problem(
      'bad-field',
      `The pack ${spec.packId} is not played by “${protocolId.slice(0, 100)}”.`,
    );
  }
  const roles = { student: spec.roles.student, judge: judge ?? spec.roles.judge };
  const missing = protocol.roles.find((role) => isNoModel(roles[role]));
  if (missing !== undefined) {
    return problem(
      'bad-field',
      `${protocol.title} needs a ${missing}, and this run was played without one.`,
    );
  }
  const roleOf = (role: Role) => (protocol.roles.includes(role) ? roles[role] : NO_MODEL);
  const under: RunSpec = {
    ...spec,
    protocol: { id: protocol.id, version: protocol.version },
    roles: { student: roleOf('student'), judge: roleOf('judge') },
  };
  return runIdentity(under) === runIdentity(spec)
    ? problem('bad-field', 'That is this very run. Choose another protocol or another judge.')
    : { ok: true, value: under };
}
