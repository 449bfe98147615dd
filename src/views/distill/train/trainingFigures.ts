import type { LineChartData, LinePoint } from '../../../charts/lineChart/layout.ts';
import { totalFlops } from '../../../core/distill/flops.ts';
import type { StepFact, TrainingState } from '../../../core/distill/trainingState.ts';

/** What curves are drawn against. */
export type Against = 'steps' | 'flops';

interface TrainingFigure {
  readonly title: string;
  readonly caption: string;
  readonly data: LineChartData;
}

const GIGA = 1e9;

/** The curves of one training; those with fewer than two points are left out. */
export function trainingFigures(
  { points, facts }: TrainingState,
  against: Against,
): TrainingFigure[] {
  const xTitle = against === 'steps' ? 'Training steps' : 'Spent, GFLOP';
  const ofStep = (y: (fact: StepFact) => number | null): LinePoint[] =>
    facts.flatMap((fact) => {
      const value = y(fact);
      return value === null
        ? []
        : [{ x: against === 'steps' ? fact.step : fact.flops / GIGA, y: value }];
    });
  const ofPoints = points.map(({ step, flops, accuracy }) => ({
    x: against === 'steps' ? step : totalFlops(flops) / GIGA,
    y: accuracy,
  }));
  const figure = (
    title: string,
    caption: string,
    yTitle: string,
    drawn: readonly LinePoint[],
    colour: `--${string}`,
  ): TrainingFigure => ({
    title,
    caption,
    data: {
      series: [{ id: title, label: title, colour, points: drawn }],
      xTitle,
      yTitle,
      plotHeight: 200,
      xDigits: against === 'steps' ? 0 : 2,
    },
  });
  return [
    figure(
      'Held-out problems right',
      'Greedy answers to the same problems at every evaluation.',
      'Share right',
      ofPoints,
      '--data-0',
    ),
    figure(
      'KL to the teacher',
      'On the texts of each step: not the same texts from step to step.',
      'Nats a token',
      ofStep(({ kl }) => kl),
      '--data-1',
    ),
    figure(
      'Length of what was written',
      'Mean over the texts of each step.',
      'Tokens a text',
      ofStep(({ written }) => written),
      '--data-2',
    ),
    figure(
      'Texts that ended by themselves',
      'The rest was cut, at the limit or at the prefix.',
      'Share of texts',
      ofStep(({ ended }) => ended),
      '--data-3',
    ),
  ].filter(({ data }) => (data.series[0]?.points.length ?? 0) > 1);
}
