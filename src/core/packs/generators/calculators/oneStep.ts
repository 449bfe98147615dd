import { quantities, stepped, type Calculator } from './calculator.ts';

const exact = { kind: 'absolute', value: 0 } as const;

/** One operation on small whole numbers. */
export const oneStepCalculators: readonly Calculator[] = [
  {
    id: 'pulse-pressure',
    stratum: 'one-step',
    unit: 'mmHg',
    tolerance: exact,
    range: { min: 20, max: 110, decimals: 0 },
    steps: [{ name: 'pulse pressure', operation: 'minus', of: ['top pressure', 'low pressure'] }],
    draw(random) {
      const low = stepped(random, 50, 100, 10);
      const top = stepped(random, Math.max(90, low + 20), 160, 10);
      return quantities(['top pressure', top, 'mmHg'], ['low pressure', low, 'mmHg']);
    },
  },
  {
    id: 'fluid-balance',
    stratum: 'one-step',
    unit: 'ml',
    tolerance: exact,
    range: { min: -250, max: 250, decimals: 0 },
    steps: [{ name: 'fluid balance', operation: 'minus', of: ['fluid in', 'fluid out'] }],
    draw(random) {
      const into = stepped(random, 50, 300, 50);
      // Never 0, of which no relative error can be taken.
      const out = (into + stepped(random, 0, 200, 50)) % 300;
      return quantities(['fluid in', into, 'ml'], ['fluid out', out + 50, 'ml']);
    },
  },
  {
    id: 'coma-score',
    stratum: 'one-step',
    unit: 'points',
    tolerance: exact,
    range: { min: 3, max: 15, decimals: 0 },
    steps: [
      {
        name: 'coma score',
        operation: 'sum',
        of: ['eye score', 'voice score', 'limb score'],
      },
    ],
    draw: (random) =>
      quantities(
        ['eye score', stepped(random, 1, 4), ''],
        ['voice score', stepped(random, 1, 5), ''],
        ['limb score', stepped(random, 1, 6), ''],
      ),
  },
  {
    id: 'pack-years',
    stratum: 'one-step',
    unit: 'pack-years',
    tolerance: exact,
    range: { min: 2, max: 90, decimals: 0 },
    steps: [
      {
        name: 'smoking load',
        operation: 'times',
        of: ['number of packs a day', 'number of years smoked'],
      },
    ],
    draw: (random) =>
      quantities(
        ['number of packs a day', stepped(random, 1, 3), ''],
        ['number of years smoked', stepped(random, 2, 30), ''],
      ),
  },
  {
    id: 'weight-dose',
    stratum: 'one-step',
    unit: 'mg',
    tolerance: exact,
    range: { min: 4, max: 100, decimals: 0 },
    steps: [{ name: 'dose', operation: 'times', of: ['dose for each kg', 'weight'] }],
    draw: (random) =>
      quantities(
        ['dose for each kg', stepped(random, 1, 5), 'mg'],
        ['weight', stepped(random, 4, 20), 'kg'],
      ),
  },
  {
    id: 'infusion-rate',
    stratum: 'one-step',
    unit: 'ml an hour',
    tolerance: { kind: 'relative', value: 0.01 },
    range: { min: 5, max: 50, decimals: 0 },
    steps: [{ name: 'rate', operation: 'over', of: ['volume', 'number of hours'] }],
    draw(random) {
      const hours = random.pick([2, 3, 4, 5, 6]);
      const rate = random.pick([5, 10, 15, 20, 25, 30, 40, 50]);
      return quantities(['volume', hours * rate, 'ml'], ['number of hours', hours, '']);
    },
  },
  {
    id: 'weeks-left',
    stratum: 'one-step',
    unit: 'weeks',
    tolerance: exact,
    range: { min: 1, max: 36, decimals: 0 },
    steps: [{ name: 'time to the due date', operation: 'minus', of: [40, 'time so far'] }],
    draw: (random) => quantities(['time so far', stepped(random, 4, 39), 'weeks']),
  },
  {
    id: 'top-heart-rate',
    stratum: 'one-step',
    unit: 'beats a minute',
    tolerance: exact,
    range: { min: 130, max: 205, decimals: 0 },
    steps: [{ name: 'top heart rate', operation: 'minus', of: [220, 'age'] }],
    draw: (random) => quantities(['age', stepped(random, 15, 90), 'years']),
  },
  {
    id: 'counted-pulse',
    stratum: 'one-step',
    unit: 'beats a minute',
    tolerance: exact,
    range: { min: 40, max: 120, decimals: 0 },
    steps: [{ name: 'pulse', operation: 'times', of: ['count in 15 seconds', 4] }],
    draw: (random) => quantities(['count in 15 seconds', stepped(random, 10, 30), '']),
  },
  {
    id: 'days-of-supply',
    stratum: 'one-step',
    unit: 'days',
    tolerance: exact,
    range: { min: 2, max: 30, decimals: 0 },
    steps: [
      {
        name: 'supply',
        operation: 'over',
        of: ['number of tablets in the box', 'number of tablets a day'],
      },
    ],
    draw(random) {
      const daily = stepped(random, 2, 5);
      const days = random.pick([2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 14, 20, 30]);
      return quantities(
        ['number of tablets in the box', daily * days, ''],
        ['number of tablets a day', daily, ''],
      );
    },
  },
];
