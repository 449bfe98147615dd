import { choose, generate } from '../../calls/build.ts';
import { AXES } from '../../packs/axes.ts';
import { type ConsultItem } from '../../packs/consultRubrics.ts';
import { criterionVerdict } from '../criterionVerdict.ts';
import { ask, type Play, type Protocol, type Roles } from '../protocol.ts';
import { RUBRIC_LABELS, rubricPrompt } from './prompt.ts';
import { rubricScore } from './score.ts';
import { axisValue, weightedRubricInfo } from './info.ts';

const MAX_NEW_TOKENS = 320;

function* play(item: ConsultItem, roles: Roles): Play {
  const [reply] = yield* ask([
    generate(roles.student, item.messages, {
      maxNewTokens: MAX_NEW_TOKENS,
      answerSpace: { kind: 'text' },
    }),
  ]);
  const replies = yield* ask(
    item.criteria.map((criterion) => {
      const { prefix, suffix } = rubricPrompt(item.messages, reply.text, criterion.text);
      return choose(roles.judge, [{ role: 'user', content: prefix + suffix }], RUBRIC_LABELS);
    }),
  );
  const criteria = item.criteria.flatMap((criterion, index) => {
    const verdict = replies[index];
    return verdict === undefined ? [] : [criterionVerdict(verdict, 0, criterion)];
  });
  const axes = Object.fromEntries(
    AXES.map((axis) => [
      axisValue(axis),
      rubricScore(criteria.filter((criterion) => criterion.axis === axis)),
    ]),
  );
  return {
    values: {
      score: rubricScore(criteria),
      ...axes,
      criteria: criteria.length,
      unscored: criteria.filter((criterion) => criterion.verdict === 'unscored').length,
      unreadable: 0,
    },
    detail: { answer: reply.text, readable: true, criteria, evidence: null },
  };
}

/** Signed-point rubrics: a judge marks each criterion of an open answer. */
export const weightedRubric: Protocol<ConsultItem> = { ...weightedRubricInfo, play };
