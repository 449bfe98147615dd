import { expect, test } from '@playwright/test';
import { readTable } from './helpers/site.ts';

/** What the student gains at least on the held-out sums, as a share of them; it gained 0.16 where this was written. */
const MARGIN = 0.08;

interface StoredTraining {
  state: { points: { step: number; accuracy: number }[] };
}

test('sixteen steps of on-policy distillation make a student better at sums it never saw', async ({
  page,
}) => {
  test.setTimeout(400_000);
  await page.goto('./#/distill/train');
  await page.getByText('Settings, seed and device').click();
  const settings = {
    'Training steps': '16',
    'Problems a step': '16',
    'Texts a problem': '1',
    'Longest reply': '48',
    'Shortest sum': '2',
    'Longest sum': '5',
    'Learning rate': '0.001',
    'Warm-up': '2',
    'Evaluate every': '16',
    'Held-out problems': '96',
    Seed: '1',
  };
  for (const [label, value] of Object.entries(settings))
    await page.getByLabel(label, { exact: true }).fill(value);
  await page.getByRole('button', { name: 'Start training' }).click();
  await expect(async () => {
    const [training] = await readTable<StoredTraining>(page, 'trainings');
    expect(training?.state.points.at(-1)?.step).toBe(16);
  }).toPass({ timeout: 360_000, intervals: [2000] });

  const [training] = await readTable<StoredTraining>(page, 'trainings');
  const [start, end] = training?.state.points ?? [];
  expect(start?.step).toBe(0);
  expect(end?.accuracy).toBeGreaterThanOrEqual((start?.accuracy ?? Number.NaN) + MARGIN);
});
