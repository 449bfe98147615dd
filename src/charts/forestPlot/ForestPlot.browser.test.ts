import { flushSync, mount, unmount } from 'svelte';
import { afterEach, describe, expect, it } from 'vitest';
import ForestPlot from './ForestPlot.svelte';
import type { ForestRow } from './layout.ts';

function row(id: string, estimate: number | null): ForestRow {
  return {
    id,
    label: id,
    sublabel: 'fp32, wasm',
    interval:
      estimate === null ? null : { estimate, low: estimate - 0.05, high: estimate + 0.05, n: 480 },
    kind: id === 'random' ? 'baseline' : 'student',
    colour: '--data-0',
    href: `#/result/${id}`,
  };
}

const rows = [row('random', 0.45), row('large', 0.85), row('unmeasured', null)];

let mounted: object | null = null;

function draw(width: number, chance: number | null): HTMLElement {
  const target = document.createElement('div');
  target.style.width = `${String(width)}px`;
  document.body.append(target);
  mounted = mount(ForestPlot, {
    target,
    props: { rows, caption: 'Accuracy', nameHeading: 'Student', valueHeading: 'Accuracy', chance },
  });
  flushSync();
  return target;
}

afterEach(async () => {
  if (mounted !== null) await unmount(mounted);
  mounted = null;
  document.body.replaceChildren();
});

describe('ForestPlot', () => {
  it('is a table whose cells say what the marks show', () => {
    const table = draw(1000, 0.5).querySelector('table');
    const cells = [...(table?.tBodies[0]?.rows ?? [])].map((tr) =>
      [...tr.cells]
        .filter((cell) => cell.getAttribute('aria-hidden') !== 'true')
        .map((cell) => cell.textContent.replaceAll(/\s+/gu, ' ').trim()),
    );
    expect(cells).toEqual([
      ['large fp32, wasm', '0.85 [0.80, 0.90]', 'n 480'],
      ['random fp32, wasm', '0.45 [0.40, 0.50]', 'n 480'],
      ['unmeasured fp32, wasm', 'not measured', ''],
    ]);
  });

  it('names the chance line where there is one', () => {
    expect(draw(1000, 0.5).textContent).toContain('chance 0.50');
    expect(draw(1000, null).textContent).not.toContain('chance');
  });

  it('marks baselines by shape, and draws nothing for what was not measured', () => {
    const target = draw(1000, null);
    const shapes = [...target.querySelectorAll('tbody:first-of-type tr')].map((tr) => ({
      filled: tr.querySelectorAll('.student').length,
      hollow: tr.querySelectorAll('.baseline').length,
    }));
    expect(shapes).toEqual([
      { filled: 1, hollow: 0 },
      { filled: 0, hollow: 1 },
      { filled: 0, hollow: 0 },
    ]);
  });

  it('puts a mark where its number says', () => {
    const target = draw(1000, 0.5);
    const [tr] = target.querySelectorAll('tbody:first-of-type tr');
    const plot = tr?.querySelector('td')?.getBoundingClientRect();
    const mark = tr?.querySelector('.student')?.getBoundingClientRect();
    if (plot === undefined || mark === undefined) throw new Error('no plot was drawn');
    const at = (mark.left + mark.width / 2 - plot.left) / plot.width;
    expect(at).toBeCloseTo(0.85, 2);
  });
});
