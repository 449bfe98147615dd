import { choose, generate } from '../../calls/build.ts';
import { AXES, type ConsultItem } from '../../packs/consultRubrics.ts';
import { criterionVerdict } from '../criterionVerdict.ts';
import { meanOf, type Metric } from '../metric.ts';
import { ask, type Play, type Protocol, type Roles } from '../protocol.ts';
import { RUBRIC_LABELS, rubricPrompt } from './prompt.ts';
import { rubricScore } from './score.ts';

const MAX_NEW_TOKENS = 320;

/** Value name of one axis's score. */
function axisValue(axis: string): string {
  return `axis:${axis}`;
}

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

/** HealthBench clips the mean over items, not the items. */
function clippedMean(name: string): Metric['estimate'] {
  return (rows) => {
    const mean = meanOf(rows, name);
    return mean === null ? null : Math.min(1, Math.max(0, mean));
  };
}

const formula =
  'Points of the met criteria over the sum of the positive points, averaged over items and clipped to [0, 1]';

const metrics: readonly Metric[] = [
  {
    id: 'score',
    title: 'Rubric score',
    basis: 'judge',
    formula: `${formula}.`,
    source: 'HealthBench',
    chance: null,
    measuredBy: 'score',
    estimate: clippedMean('score'),
  },
  ...AXES.map((axis): Metric => ({
    id: axisValue(axis),
    title: axis.replaceAll('_', ' ').replace(/^./u, (letter) => letter.toUpperCase()),
    basis: 'judge',
    formula: `${formula}, over the criteria tagged ${axis}.`,
    source: 'HealthBench',
    chance: null,
    measuredBy: axisValue(axis),
    estimate: clippedMean(axisValue(axis)),
  })),
];

/** Signed-point rubrics: a judge marks each criterion of an open answer. */
export const weightedRubric: Protocol<ConsultItem> = {
  id: 'weighted-rubric',
  version: 2,
  title: 'Weighted rubric',
  packKind: 'consult-rubrics',
  roles: ['student', 'judge'],
  method: {
    summary:
      'The student answers a health question in its own words. The judge reads the conversation, the answer and one criterion at a time, and says whether it is met. A criterion with negative points is met when the bad thing is there.',
    source: 'HealthBench (OpenAI simple-evals): example score and clipped mean.',
    ours: 'The judge’s prompt; verdicts read from label probabilities instead of JSON; unscored criteria left out and counted instead of asked again until readable.',
    doubt:
      'A small judge is a weak reader. Look at how it agrees with the authors’ marks before you believe any order of students.',
  },
  metrics,
  play,
};
