import { quantities, roundTo, stepped, type Calculator } from './calculator.ts';

/** Formulas whose inputs or answers are decimal fractions. */
export const decimalCalculators: readonly Calculator[] = [
  {
    id: 'body-mass-index',
    stratum: 'decimal',
    unit: 'kg for each square metre',
    tolerance: { kind: 'absolute', value: 0.1 },
    range: { min: 13.9, max: 44.4, decimals: 1 },
    steps: [
      { name: 'square', operation: 'times', of: ['height', 'height'] },
      { name: 'body mass index', operation: 'over', of: ['weight', 'square'] },
    ],
    draw: (random) =>
      quantities(
        ['weight', stepped(random, 50, 100), 'kg'],
        ['height', stepped(random, 150, 190, 10) / 100, 'm'],
      ),
  },
  {
    id: 'corrected-calcium',
    stratum: 'decimal',
    unit: 'mmol',
    tolerance: { kind: 'absolute', value: 0.01 },
    range: { min: 1.9, max: 3.05, decimals: 2 },
    steps: [
      { name: 'albumin gap', operation: 'minus', of: [40, 'albumin'] },
      { name: 'extra calcium', operation: 'times', of: ['albumin gap', 0.02] },
      { name: 'corrected calcium', operation: 'plus', of: ['calcium', 'extra calcium'] },
    ],
    draw: (random) =>
      quantities(
        ['calcium', stepped(random, 190, 265, 5) / 100, 'mmol'],
        ['albumin', stepped(random, 20, 40), 'g'],
      ),
  },
  {
    id: 'celsius',
    stratum: 'decimal',
    unit: 'degrees',
    tolerance: { kind: 'absolute', value: 0.1 },
    range: { min: 35, max: 40.6, decimals: 1 },
    steps: [
      { name: 'rest', operation: 'minus', of: ['reading', 32] },
      { name: 'heat in Celsius', operation: 'over', of: ['rest', 1.8] },
    ],
    draw: (random) => quantities(['reading', stepped(random, 950, 1050) / 10, 'degrees']),
  },
  {
    id: 'dose-volume',
    stratum: 'decimal',
    unit: 'ml',
    tolerance: { kind: 'relative', value: 0.01 },
    range: { min: 0.1, max: 5, decimals: 1 },
    steps: [{ name: 'volume', operation: 'over', of: ['dose', 'strength of a ml'] }],
    draw(random) {
      const strength = random.pick([5, 10, 20, 50]);
      const tenths = stepped(random, 1, 50);
      return quantities(
        ['dose', roundTo((strength * tenths) / 10, 1), 'mg'],
        ['strength of a ml', strength, 'mg'],
      );
    },
  },
  {
    id: 'shock-index',
    stratum: 'decimal',
    unit: '',
    tolerance: { kind: 'absolute', value: 0.01 },
    range: { min: 0.31, max: 1.75, decimals: 2 },
    steps: [{ name: 'shock index', operation: 'over', of: ['heart rate', 'top pressure'] }],
    draw: (random) =>
      quantities(
        ['heart rate', stepped(random, 50, 140, 5), 'beats a minute'],
        ['top pressure', stepped(random, 80, 160, 10), 'mmHg'],
      ),
  },
  {
    id: 'mean-glucose',
    stratum: 'decimal',
    unit: 'mmol',
    tolerance: { kind: 'absolute', value: 0.1 },
    range: { min: 5.4, max: 16.5, decimals: 1 },
    steps: [
      { name: 'product', operation: 'times', of: ['sugar test', 1.59] },
      { name: 'mean glucose', operation: 'minus', of: ['product', 2.59] },
    ],
    draw: (random) => quantities(['sugar test', stepped(random, 50, 120, 5) / 10, 'percent']),
  },
];
