import { AXES } from '../../packs/axes.ts';
import { meanOf, type Metric } from '../metric.ts';
import type { ProtocolInfo } from '../protocol.ts';

/** Value name of one axis's score. */
export function axisValue(axis: string): string {
  return `axis:${axis}`;
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

/** What boards and cards need of the protocol; how it plays is loaded when something is played. */
export const weightedRubricInfo: ProtocolInfo = {
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
};
