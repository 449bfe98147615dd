import { describe, expect, it } from 'vitest';
import { buildTestItems } from '../packs/generators/arithmetic/testItems.ts';
import { readStep } from '../packs/multistepArithmetic.ts';
import { wrongChain } from './wrongChain.ts';

function read(line: string) {
  const step = readStep(line);
  if (step === null) throw new Error(`not a step: ${line}`);
  return step;
}

function isSum({ left, sign, right, result }: ReturnType<typeof read>): boolean {
  const results: Record<string, number> = {
    '+': left + right,
    '-': left - right,
    x: left * right,
    '/': left / right,
  };
  return results[sign] === result;
}

describe('the wrong solution of a problem', () => {
  const items = buildTestItems();
  const chains = items.map((item) => ({ item, chain: wrongChain(item) }));

  it('is there for every shipped item, with one wrong sum that the rest goes on from', () => {
    for (const { item, chain } of chains) {
      expect(chain, item.id).not.toBeNull();
      if (chain === null) continue;
      const steps = chain.steps.map(read);
      const gold = item.steps.map(read);
      const wrong = steps.flatMap((step, at) => (isSum(step) ? [] : [at + 1]));
      expect(wrong, item.id).toEqual([chain.firstWrong]);
      expect(chain.steps.slice(0, chain.firstWrong - 1)).toEqual(
        item.steps.slice(0, chain.firstWrong - 1),
      );
      for (const [at, step] of steps.entries()) {
        expect(step.left, item.id).toBe(steps[at - 1]?.result ?? gold[0]?.left);
        expect([step.sign, step.right]).toEqual([gold[at]?.sign, gold[at]?.right]);
        expect(Number.isInteger(step.result) && step.result >= 1 && step.result <= 199).toBe(true);
      }
      expect(chain.answer).toBe(steps.at(-1)?.result);
      expect(chain.answer, item.id).not.toBe(item.answer);
    }
  });

  it('goes wrong early, late and between, by small and larger amounts', () => {
    const places = chains.map(({ item, chain }) => (chain?.firstWrong ?? 0) / item.steps.length);
    expect(places.filter((place) => place <= 1 / 3).length).toBeGreaterThan(80);
    expect(places.filter((place) => place > 1 / 3 && place < 1).length).toBeGreaterThan(120);
    expect(places.filter((place) => place === 1).length).toBeGreaterThan(50);
    const offBy = chains.map(({ item, chain }) => {
      const at = (chain?.firstWrong ?? 1) - 1;
      return read(chain?.steps[at] ?? '').result - read(item.steps[at] ?? '').result;
    });
    for (const by of [1, -1, 2, -2, 10, -10, 4, -4, 6, -6]) expect(offBy).toContain(by);
  });

  it('is the same every time', () => {
    const [first] = items;
    if (first === undefined) throw new Error('no items');
    expect(wrongChain(first)).toEqual(wrongChain({ ...first }));
  });

  it('writes its steps as the right solution does, carrying the wrong sum on', () => {
    // Only the last sum can be wrong here, as above; it stays within 1 and 199.
    const chain = wrongChain({ id: 'a', steps: ['2 / 2 = 1', '1 x 199 = 199', '199 - 198 = 1'] });
    expect(chain?.steps.slice(0, 2)).toEqual(['2 / 2 = 1', '1 x 199 = 199']);
    expect(chain?.steps[2]).toBe(`199 - 198 = ${String(chain?.answer)}`);
    const early = wrongChain({ id: 'b', steps: ['20 + 5 = 25', '25 x 2 = 50', '50 - 8 = 42'] });
    if (early === null) throw new Error('no wrong chain');
    const [a, b, c] = early.steps.map(read);
    expect([a?.left, b?.left, c?.left]).toEqual([20, a?.result, b?.result]);
    expect([a, b, c].map((step) => step !== undefined && isSum(step))).toEqual(
      [1, 2, 3].map((at) => at !== early.firstWrong),
    );
  });

  it('is drawn by the item’s id', () => {
    const steps = ['20 + 5 = 25', '25 x 2 = 50', '50 - 8 = 42'];
    const drawn = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => wrongChain({ id, steps })?.answer);
    expect(new Set(drawn).size).toBeGreaterThan(1);
  });

  it('goes beyond the bundled models’ numbers only where the right solution does', () => {
    const chain = wrongChain({ id: 'large', steps: ['400 + 100 = 500', '500 - 7 = 493'] });
    expect(chain?.answer).toBeLessThanOrEqual(500);
    expect(chain?.answer).not.toBe(493);
  });

  it('takes another step where the drawn one leads out of bounds, and is none without a step', () => {
    // Off by anything, the first two end above 199 or below 1: only the last can be wrong.
    const steps = ['2 / 2 = 1', '1 x 199 = 199', '199 - 198 = 1'];
    for (const id of ['a', 'b', 'c', 'd', 'e', 'f'])
      expect(wrongChain({ id, steps })?.firstWrong, id).toBe(3);
    expect(wrongChain({ id: 'x', steps: [] })).toBeNull();
  });
});
