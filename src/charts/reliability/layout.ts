import { linearAxis } from '../../core/figures/axis.ts';
import { laneReading } from '../../core/figures/reading.ts';
import {
  tableOf,
  type Box,
  type FigureTable,
  type Paint,
  type Scene,
  type Shape,
} from '../../core/figures/scene.ts';
import { pointMark, xyPlot } from '../../core/figures/xyPlot.ts';
import { decimalInWords, quantityInWords } from '../../core/numberInWords.ts';
import type { ReliabilityBin } from '../../core/stats/calibration/expectedCalibrationError.ts';
import { wilsonInterval } from '../../core/stats/intervals/wilsonInterval.ts';

/** Confidences of one kind, in bins (`expectedCalibrationError`). */
export interface ReliabilitySeries {
  id: string;
  label: string;
  colour: Paint;
  bins: readonly ReliabilityBin[];
}

export interface ReliabilityData {
  /** The first is drawn filled, others hollow. */
  series: readonly ReliabilitySeries[];
}

const TEXT = 12;
const LARGEST = 380;
const BARS = 44;
const BAR_HEAD = 20;
const DIAGONAL = 'as often right as it says';

function interval({ accuracy, count }: ReliabilityBin) {
  return wilsonInterval(accuracy * count, count) ?? { estimate: accuracy, low: 0, high: 1 };
}

function kindOf(index: number): 'student' | 'baseline' {
  return index === 0 ? 'student' : 'baseline';
}

/** Places the bins around the diagonal, and below them how many answers each holds. */
export function layoutReliability({ series }: ReliabilityData, width: number): Scene {
  const side = Math.min(LARGEST, width - 60);
  const unit = (range: readonly [number, number]) => linearAxis([0, 1], range);
  const plot = xyPlot({
    width: side + 48,
    plotHeight: side,
    right: 14,
    x: unit,
    y: unit,
    xTitle: 'confidence',
    yTitle: 'share right',
    lines: [],
  });
  const { x, y, place } = plot;
  const middle = { x: x.at(0.24), y: y.at(0.24) };
  const angle = (-Math.atan2(y.at(0) - y.at(1), x.at(1) - x.at(0)) * 180) / Math.PI;
  const shapes: Shape[] = [
    ...plot.shapes,
    {
      kind: 'line',
      x1: x.at(0),
      y1: y.at(0),
      x2: x.at(1),
      y2: y.at(1),
      stroke: '--ink-soft',
      dash: [3, 3],
    },
    {
      kind: 'text',
      x: middle.x - 5,
      y: middle.y - 5,
      text: DIAGONAL,
      size: TEXT,
      anchor: 'middle',
      fill: '--ink-soft',
      rotate: angle,
      rim: true,
    },
  ];
  const most = Math.max(1, ...series.flatMap(({ bins }) => bins.map(({ count }) => count)));
  let bottom = plot.height;

  const lanes = series.map(({ label, colour, bins }, index) => {
    const baseline = bottom + BAR_HEAD + BARS;
    bottom = baseline + 8;
    shapes.push(
      ...barsHead(
        label,
        colour,
        index,
        { x: place.left, y: baseline - BARS - 8 },
        series.length > 1,
      ),
    );
    shapes.push({
      kind: 'line',
      x1: place.left,
      x2: place.right,
      y1: baseline,
      y2: baseline,
      stroke: '--edge',
    });
    return bins.map((bin) => {
      const { low, high } = interval(bin);
      const [atX, atY] = [x.at(bin.meanConfidence), y.at(bin.accuracy)];
      const barHeight = (bin.count / most) * BARS;
      shapes.push(
        {
          kind: 'line',
          x1: atX,
          x2: atX,
          y1: y.at(low),
          y2: y.at(high),
          stroke: colour,
          strokeWidth: 2,
        },
        pointMark(kindOf(index), colour, atX, atY),
        {
          kind: 'rect',
          x: atX - 5,
          y: baseline - barHeight,
          width: 10,
          height: barHeight,
          fill: colour,
        },
      );
      const box: Box = { x: atX - 7, y: atY - 7, width: 14, height: 14 };
      return {
        box,
        lines: [
          label,
          `confidence ${decimalInWords(bin.meanConfidence)} on average`,
          `right ${decimalInWords(bin.accuracy)} [${decimalInWords(low)}, ${decimalInWords(high)}]`,
          quantityInWords(bin.count, 'answer'),
        ],
      };
    });
  });

  return {
    width,
    height: bottom,
    head: null,
    shapeCount: shapes.length,
    shapes: () => shapes,
    reading: laneReading(lanes),
    summary: `Reliability diagram: ${series.map(({ label, bins }) => `${label}, ${quantityInWords(bins.length, 'bin')}`).join('; ')}. On the diagonal a model is ${DIAGONAL}; below it, it is overconfident.`,
  };
}

function barsHead(
  label: string,
  colour: Paint,
  index: number,
  at: { x: number; y: number },
  isNamed: boolean,
): Shape[] {
  const words = isNamed ? `${label}: answers in each bin` : 'answers in each bin';
  const shift = isNamed ? 16 : 0;
  return [
    ...(isNamed ? [pointMark(kindOf(index), colour, at.x + 5, at.y - 4, 4.5)] : []),
    {
      kind: 'text',
      x: at.x + shift,
      y: at.y,
      text: words,
      size: TEXT,
      anchor: 'start',
      fill: '--ink-soft',
    },
  ];
}

export function reliabilityTable({ series }: ReliabilityData): FigureTable {
  return tableOf(
    [
      { title: 'Confidence', kind: 'text' },
      { title: 'mean confidence', kind: 'number', digits: 3 },
      { title: 'share right', kind: 'number', digits: 3 },
      { title: 'low, 95 %', kind: 'number', digits: 3 },
      { title: 'high, 95 %', kind: 'number', digits: 3 },
      { title: 'answers', kind: 'number' },
    ],
    series.flatMap(({ label, bins }) =>
      bins.map((bin) => {
        const { low, high } = interval(bin);
        return [label, bin.meanConfidence, bin.accuracy, low, high, bin.count];
      }),
    ),
  );
}
