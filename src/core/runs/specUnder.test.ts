import { expect, it } from 'vitest';
import { NO_MODEL } from '../calls/model.ts';
import { RANDOM_MODEL } from '../models/randomReply.ts';
import { headsForKind } from '../protocols/heads.ts';
import type { RunSpec } from './spec.ts';
import { specUnder } from './specUnder.ts';

const spec: RunSpec = {
  packId: 'consults',
  packHash: '0'.repeat(64),
  protocol: { id: 'weighted-rubric', version: 2 },
  roles: { student: RANDOM_MODEL, judge: RANDOM_MODEL },
  limit: 7,
  epochs: 1,
};

function findProtocolHead(id: string): { version: number } {
  const head = headsForKind('consult-rubrics').find((one) => one.id === id);
  if (head === undefined) throw new Error(`no ${id}`);
  return head;
}

it('keeps items, models and device, and takes the version that is known here', () => {
  expect(specUnder(spec, 'consult-rubrics', 'halving-penalty')).toEqual({
    ok: true,
    value: { ...spec, protocol: { id: 'halving-penalty', version: 1 } },
  });
});

it('has nobody in the roles that the other protocol lacks', () => {
  const under = specUnder(spec, 'consult-rubrics', 'judge-validity');
  expect(under.ok && under.value.roles).toEqual({ student: NO_MODEL, judge: RANDOM_MODEL });
});

const other = { ...RANDOM_MODEL, revision: '9'.repeat(8) };

it('takes another judge, under the same protocol too', () => {
  const judged = specUnder(spec, 'consult-rubrics', 'halving-penalty', other);
  expect(judged.ok && judged.value.roles).toEqual({ student: RANDOM_MODEL, judge: other });
  const { version } = findProtocolHead('weighted-rubric');
  const same = specUnder(spec, 'consult-rubrics', 'weighted-rubric', other);
  expect(same.ok && same.value).toEqual({
    ...spec,
    protocol: { id: 'weighted-rubric', version },
    roles: { student: RANDOM_MODEL, judge: other },
  });
});

it('takes the same protocol where its version is newer, and not where nothing would change', () => {
  const { version } = findProtocolHead('weighted-rubric');
  const now = { ...spec, protocol: { id: 'weighted-rubric', version } };
  const old = { ...spec, protocol: { id: 'weighted-rubric', version: version + 1 } };
  expect(specUnder(old, 'consult-rubrics', 'weighted-rubric')).toEqual({ ok: true, value: now });
  const same = specUnder(now, 'consult-rubrics', 'weighted-rubric');
  expect(!same.ok && same.problem.message).toContain('this very run');
});

it('judges a run that was played without a judge', () => {
  const alone = { ...spec, roles: { student: RANDOM_MODEL, judge: NO_MODEL } };
  const judged = specUnder(alone, 'consult-rubrics', 'halving-penalty', other);
  expect(judged.ok && judged.value.roles.judge).toEqual(other);
});

it('says what is missing', () => {
  const alone = { ...spec, roles: { student: RANDOM_MODEL, judge: NO_MODEL } };
  const unjudged = specUnder(alone, 'consult-rubrics', 'halving-penalty');
  expect(!unjudged.ok && unjudged.problem.message).toBe(
    'Halving penalty needs a judge, and this run was played without one.',
  );
  const foreign = specUnder(spec, 'multiple-choice', 'halving-penalty');
  expect(!foreign.ok && foreign.problem.message).toBe(
    'The pack consults is not played by “halving-penalty”.',
  );
});
