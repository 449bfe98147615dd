import { expect, test } from 'vitest';
import { createRandom } from '../../src/core/random.ts';
import { feedCost, planFeeds, type FeedNode, type Sequence } from './feedPlan.ts';

function sequence(ids: readonly number[]): Sequence {
  return { ids, shareable: ids.length - 1 };
}

const range = (from: number, count: number): number[] =>
  Array.from({ length: count }, (_, index) => from + index);

/** The tokens that every sequence is fed on the way down to it. */
function fedTo(node: FeedNode, sequences: readonly Sequence[]): Map<number, number[]> {
  const found = new Map<number, number[]>();
  const walk = (at: FeedNode, path: readonly number[]): void => {
    const below = (child: FeedNode): number[] => [
      ...child.leaves,
      ...child.children.flatMap((one) => below(one)),
    ];
    const [any = -1] = below(at);
    const here = [...path, ...(sequences[any]?.ids.slice(at.from, at.to) ?? [])];
    for (const leaf of at.leaves)
      found.set(leaf, [...here, ...(sequences[leaf]?.ids.slice(at.to) ?? [])]);
    for (const child of at.children) walk(child, here);
  };
  walk(node, []);
  return found;
}

test('a shared prefix is fed once, and a prefix within it once below', () => {
  const context = range(100, 40);
  const first = [...context, ...range(200, 10)];
  const sequences = [
    sequence([...first, 1, 2]),
    sequence([...context, 7, 8, 9]),
    sequence([...first, 3]),
    sequence(range(500, 5)),
  ];
  const plan = planFeeds(sequences);
  expect(plan.leaves).toEqual([3]);
  const [shared] = plan.children;
  expect(shared).toMatchObject({ from: 0, to: 40, leaves: [1] });
  expect(shared?.children).toMatchObject([{ from: 40, to: 50, leaves: [0, 2] }]);
  expect(feedCost(sequences, plan)).toEqual({ fed: 40 + 3 + 10 + 2 + 1 + 5, apart: 151 });
});

test('the same sequence twice shares all that may be shared', () => {
  const sequences = [sequence(range(1, 20)), sequence(range(1, 20))];
  expect(planFeeds(sequences).children).toMatchObject([{ from: 0, to: 19, leaves: [0, 1] }]);
});

test('what is scored is not shared', () => {
  const ids = range(1, 30);
  const plan = planFeeds([
    { ids, shareable: 10 },
    { ids, shareable: 29 },
  ]);
  expect(plan.children).toMatchObject([{ from: 0, to: 10 }]);
});

test('a few tokens are fed again rather than kept', () => {
  const sequences = [sequence([1, 2, 3, 4]), sequence([1, 2, 3, 5])];
  expect(planFeeds(sequences)).toMatchObject({ leaves: [0, 1], children: [] });
});

test('every sequence is fed its own tokens, whatever the tree', () => {
  const random = createRandom('feed plan');
  for (let round = 0; round < 50; round++) {
    const sequences = Array.from({ length: 1 + random.int(30) }, () =>
      sequence(Array.from({ length: 1 + random.int(25) }, () => random.int(2))),
    );
    const plan = planFeeds(sequences, 1 + random.int(4));
    const fed = fedTo(plan, sequences);
    expect(fed.size).toBe(sequences.length);
    for (const [index, tokens] of fed) expect(tokens).toEqual(sequences[index]?.ids);
    const { fed: cost, apart } = feedCost(sequences, plan);
    expect(cost).toBeLessThanOrEqual(apart);
  }
});
