import { describe, expect, it } from 'vitest';
import { expectedCalibrationError } from '../../core/stats/calibration/expectedCalibrationError.ts';
import { layoutReliability, reliabilityTable } from './layout.ts';

const predictions = [
  { confidence: 0.95, correct: true },
  { confidence: 0.93, correct: true },
  { confidence: 0.97, correct: false },
  { confidence: 0.22, correct: false },
];
const bins = expectedCalibrationError(predictions)?.bins ?? [];
const data = { series: [{ id: 'a', label: 'of the answer', colour: '--data-0' as const, bins }] };

describe('layoutReliability', () => {
  it('puts a bin on the diagonal where it is as often right as it says', () => {
    const calibrated = {
      series: [
        {
          ...data.series[0],
          id: 'c',
          label: 'c',
          colour: '--data-0' as const,
          bins: [{ count: 4, meanConfidence: 0.5, accuracy: 0.5 }],
        },
      ],
    };
    const scene = layoutReliability(calibrated, 500);
    const diagonal = scene
      .shapes()
      .find((shape) => shape.kind === 'line' && shape.x1 !== shape.x2 && shape.y1 !== shape.y2);
    if (diagonal?.kind !== 'line') throw new Error('no diagonal was drawn');
    const { x, y, width, height } = scene.reading.box(0);
    expect(x + width / 2).toBeCloseTo((diagonal.x1 + diagonal.x2) / 2);
    expect(y + height / 2).toBeCloseTo((diagonal.y1 + diagonal.y2) / 2);
  });

  it('names the diagonal and says each bin’s counts and interval', () => {
    const scene = layoutReliability(data, 360);
    const texts = scene.shapes().flatMap((shape) => (shape.kind === 'text' ? [shape.text] : []));
    expect(texts).toContain('as often right as it says');
    expect(scene.reading.lines(1)).toEqual([
      'of the answer',
      'confidence 0.95 on average',
      'right 0.67 [0.21, 0.94]',
      '3 answers',
    ]);
  });

  it('draws bars as high as bins are full', () => {
    const heights = layoutReliability(data, 500)
      .shapes()
      .flatMap((shape) => (shape.kind === 'rect' ? [shape.height] : []));
    expect((heights[1] ?? 0) / (heights[0] ?? 1)).toBeCloseTo(3);
  });

  it('has the same numbers in its table', () => {
    const row = reliabilityTable(data).row(1);
    expect(row[1]).toBeCloseTo(0.95);
    expect(row[2]).toBeCloseTo(2 / 3);
    expect(row[5]).toBe(3);
  });
});
