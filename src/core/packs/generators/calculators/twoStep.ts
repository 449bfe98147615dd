import { quantities, stepped, type Calculator } from './calculator.ts';

const exact = { kind: 'absolute', value: 0 } as const;

/** Two or three operations on whole numbers, each step with a name. */
export const twoStepCalculators: readonly Calculator[] = [
  {
    id: 'anion-gap',
    stratum: 'two-step',
    unit: 'mmol',
    tolerance: exact,
    range: { min: 4, max: 22, decimals: 0 },
    steps: [
      { name: 'ion sum', operation: 'plus', of: ['chloride', 'bicarbonate'] },
      { name: 'anion gap', operation: 'minus', of: ['sodium', 'ion sum'] },
    ],
    draw(random) {
      const chloride = stepped(random, 95, 110);
      const bicarbonate = stepped(random, 16, 28);
      const gap = stepped(random, Math.max(4, 128 - chloride - bicarbonate), 22);
      return quantities(
        ['sodium', chloride + bicarbonate + gap, 'mmol'],
        ['chloride', chloride, 'mmol'],
        ['bicarbonate', bicarbonate, 'mmol'],
      );
    },
  },
  {
    id: 'mean-pressure',
    stratum: 'two-step',
    unit: 'mmHg',
    tolerance: exact,
    range: { min: 60, max: 115, decimals: 0 },
    steps: [
      { name: 'pulse pressure', operation: 'minus', of: ['top pressure', 'low pressure'] },
      { name: 'third', operation: 'over', of: ['pulse pressure', 3] },
      { name: 'mean pressure', operation: 'plus', of: ['low pressure', 'third'] },
    ],
    draw(random) {
      const low = stepped(random, 50, 90, 5);
      const top = low + 3 * stepped(random, 10, 25, 5);
      return quantities(['top pressure', top, 'mmHg'], ['low pressure', low, 'mmHg']);
    },
  },
  {
    id: 'split-dose',
    stratum: 'two-step',
    unit: 'mg',
    tolerance: exact,
    range: { min: 4, max: 60, decimals: 0 },
    steps: [
      { name: 'dose a day', operation: 'times', of: ['dose for each kg', 'weight'] },
      { name: 'single dose', operation: 'over', of: ['dose a day', 'number of doses'] },
    ],
    draw(random) {
      const doses = stepped(random, 2, 4);
      const perKg = stepped(random, 2, 6);
      // A weight that the number of doses goes into keeps every step whole.
      const weight = doses * stepped(random, 2, 10);
      return quantities(
        ['dose for each kg', perKg, 'mg'],
        ['weight', weight, 'kg'],
        ['number of doses', doses, ''],
      );
    },
  },
  {
    id: 'drop-rate',
    stratum: 'two-step',
    unit: 'drops a minute',
    tolerance: { kind: 'relative', value: 0.02 },
    range: { min: 10, max: 80, decimals: 0 },
    steps: [
      { name: 'flow', operation: 'over', of: ['volume', 'number of minutes'] },
      { name: 'drop rate', operation: 'times', of: ['flow', 'number of drops in a ml'] },
    ],
    draw(random) {
      const minutes = stepped(random, 10, 60, 10);
      const flow = stepped(random, 1, 4);
      return quantities(
        ['volume', minutes * flow, 'ml'],
        ['number of minutes', minutes, ''],
        ['number of drops in a ml', random.pick([10, 15, 20]), ''],
      );
    },
  },
  {
    id: 'child-fluid',
    stratum: 'two-step',
    unit: 'ml an hour',
    tolerance: exact,
    range: { min: 42, max: 60, decimals: 0 },
    steps: [
      { name: 'extra weight', operation: 'minus', of: ['weight', 10] },
      { name: 'extra fluid', operation: 'times', of: ['extra weight', 2] },
      { name: 'fluid an hour', operation: 'plus', of: [40, 'extra fluid'] },
    ],
    draw: (random) => quantities(['weight', stepped(random, 11, 20), 'kg']),
  },
  {
    id: 'full-balance',
    stratum: 'two-step',
    unit: 'ml',
    tolerance: exact,
    range: { min: -200, max: 350, decimals: 0 },
    steps: [
      { name: 'fluid in', operation: 'plus', of: ['drink', 'drip'] },
      { name: 'fluid balance', operation: 'minus', of: ['fluid in', 'fluid out'] },
    ],
    draw(random) {
      const drink = stepped(random, 50, 200, 50);
      const drip = stepped(random, 50, 200, 50);
      const out = stepped(random, 50, 300, 50);
      // Never 0, of which no relative error can be taken.
      const off = out === drink + drip ? out + 50 : out;
      return quantities(['drink', drink, 'ml'], ['drip', drip, 'ml'], ['fluid out', off, 'ml']);
    },
  },
  {
    id: 'osmolality',
    stratum: 'two-step',
    unit: 'mmol',
    tolerance: { kind: 'relative', value: 0.005 },
    range: { min: 266, max: 322, decimals: 0 },
    steps: [
      { name: 'double sodium', operation: 'times', of: ['sodium', 2] },
      { name: 'osmolality', operation: 'sum', of: ['double sodium', 'glucose', 'urea'] },
    ],
    draw: (random) =>
      quantities(
        ['sodium', stepped(random, 130, 150), 'mmol'],
        ['glucose', stepped(random, 4, 12), 'mmol'],
        ['urea', stepped(random, 2, 10), 'mmol'],
      ),
  },
];
