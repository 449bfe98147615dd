import { flushSync, mount, unmount } from 'svelte';
import { afterEach, describe, expect, it } from 'vitest';
import '../../styles/tokens.css';
import '../../styles/base.css';
import '../../styles/pieces.css';
import { textWidth } from '../../core/figures/textWidth.ts';
import DotMatrix from '../dotMatrix/DotMatrix.svelte';
import type { DotMatrixData, Mark } from '../dotMatrix/layout.ts';
import HeatMap from '../heatMap/HeatMap.svelte';
import { heatMapTable, layoutHeatMap, type HeatMapData } from '../heatMap/layout.ts';
import { figureFile, FigureFileError, type SavedFigure } from './saveFigure.ts';

const HOSTILE = '<script>alert(1)</script> & "names"';

function heat(rows: number, columns: number): HeatMapData {
  return {
    rows: Array.from({ length: rows }, (_, index) => ({
      id: String(index),
      label: `item ${String(index)}`,
    })),
    columns: Array.from({ length: columns }, (_, index) => ({
      id: String(index),
      label: index === 0 ? HOSTILE : `model ${String(index)}`,
    })),
    values: Array.from({ length: rows }, (_, row) =>
      Array.from({ length: columns }, (__, column) => ((row * 7 + column * 3) % 10) / 10),
    ),
    valueTitle: 'Score',
    rowTitle: 'Item',
    columnTitle: 'Student',
    scale: { kind: 'sequential', from: 0, to: 1 },
  };
}

function saved(data: HeatMapData): SavedFigure {
  return {
    title: 'A heat map',
    caption: 'How to read it.',
    facts: { pack: HOSTILE },
    table: heatMapTable(data),
    draw: (width) => layoutHeatMap(data, width),
  };
}

let mounted: object | null = null;

/** A chart in a column of a width, once it has been measured. */
async function draw(
  chart:
    | { component: typeof HeatMap; data: HeatMapData }
    | { component: typeof DotMatrix; data: DotMatrixData },
  width: number,
): Promise<HTMLElement> {
  const target = document.createElement('div');
  target.style.width = `${String(width)}px`;
  document.body.append(target);
  const facts = { pack: 'p' };
  mounted =
    chart.component === HeatMap && 'values' in chart.data
      ? mount(HeatMap, { target, props: { title: 'A heat map', facts, data: chart.data } })
      : 'marks' in chart.data
        ? mount(DotMatrix, { target, props: { title: 'A matrix', facts, data: chart.data } })
        : null;
  await expect.poll(() => target.querySelector('.stage')).not.toBeNull();
  flushSync();
  return target;
}

function find<Found extends Element>(
  root: Element,
  selector: string,
  kind: new () => Found,
): Found {
  const found = root.querySelector(selector);
  if (!(found instanceof kind)) throw new Error(`no ${selector}`);
  return found;
}

function press(stage: HTMLElement, key: string): void {
  stage.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  flushSync();
}

afterEach(async () => {
  if (mounted !== null) await unmount(mounted);
  mounted = null;
  document.body.replaceChildren();
  delete document.documentElement.dataset['theme'];
});

describe('a chart', () => {
  it('is one tab stop, read with arrow keys, Home, End and Escape', async () => {
    const target = await draw({ component: HeatMap, data: heat(4, 3) }, 600);
    expect(target.querySelectorAll('[tabindex="0"]')).toHaveLength(1);
    const stage = find(target, '.stage', HTMLElement);
    expect(stage.getAttribute('aria-label')).toContain('4 rows (Item) by 3 columns (Student)');
    const live = find(target, '[aria-live]', HTMLElement);

    press(stage, 'ArrowRight');
    expect(live.textContent).toBe(`item 0, ${HOSTILE}, Score: 0.00`);
    press(stage, 'ArrowRight');
    press(stage, 'ArrowDown');
    expect(live.textContent).toBe('item 1, model 1, Score: 0.00');
    expect(find(target, '.note', HTMLElement).textContent).toContain('model 1');
    press(stage, 'End');
    expect(live.textContent).toBe('item 3, model 2, Score: 0.70');
    press(stage, 'Escape');
    expect(live.textContent).toBe('');
    expect(target.querySelector('.note')).toBeNull();
    press(stage, 'ArrowLeft');
    expect(live.textContent).toBe('item 3, model 2, Score: 0.70');
  });

  it('says on hover what the keyboard says, and nothing aloud', async () => {
    const target = await draw({ component: HeatMap, data: heat(4, 3) }, 600);
    const body = find(target, '.body', HTMLElement);
    const cell = find(target, '.body rect:nth-of-type(5)', SVGRectElement).getBoundingClientRect();
    const at = { clientX: cell.x + cell.width / 2, clientY: cell.y + cell.height / 2 };
    body.dispatchEvent(new PointerEvent('pointermove', { ...at, bubbles: true }));
    flushSync();
    expect(find(target, '.note', HTMLElement).textContent).toContain('item 1');
    expect(find(target, '[aria-live]', HTMLElement).textContent).toBe('');
  });

  it('shows its numbers as a table', async () => {
    const target = await draw({ component: HeatMap, data: heat(250, 3) }, 600);
    find(target, 'button[aria-pressed]', HTMLButtonElement).click();
    await expect.poll(() => target.querySelectorAll('tbody tr').length).toBe(100);
    const row = find(target, 'tbody tr:nth-child(2)', HTMLTableRowElement);
    expect([...row.cells].map((cell) => cell.textContent)).toEqual([
      'item 1',
      '0.70',
      '0.00',
      '0.30',
    ]);
    expect(target.textContent).toContain('1–100 of 250');
    expect(target.querySelector('script')).toBeNull();
  });

  it.each([
    [500, 40],
    [5000, 20],
  ])('draws %i by %i on a canvas, in view alone, and reads to the end', async (rows, columns) => {
    const target = await draw({ component: HeatMap, data: heat(rows, columns) }, 1100);
    const stage = find(target, '.stage', HTMLElement);
    const canvas = find(target, 'canvas', HTMLCanvasElement);
    expect(canvas.getBoundingClientRect().height).toBeLessThan(700);
    const pixels = (): string => canvas.toDataURL();
    const before = pixels();
    press(stage, 'End');
    expect(find(target, '[aria-live]', HTMLElement).textContent).toContain(
      `item ${String(rows - 1)}`,
    );
    expect(stage.scrollTop).toBeGreaterThan(1000);
    await expect.poll(() => pixels() === before).toBe(false);
  });

  it('does so with verdicts', async () => {
    const kinds: readonly Mark[] = ['met', 'not-met', 'unscored', null];
    const { rows, columns } = heat(5000, 20);
    const data: DotMatrixData = {
      rows,
      columns,
      marks: rows.map((_, row) => columns.map((__, column) => kinds[(row + column) % 4] ?? null)),
      rowTitle: 'Criterion',
      columnTitle: 'Student',
    };
    const started = performance.now();
    const target = await draw({ component: DotMatrix, data }, 1100);
    find(target, 'canvas', HTMLCanvasElement);
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  it('repaints its canvas when the page turns dark', async () => {
    document.documentElement.dataset['theme'] = 'light';
    const target = await draw({ component: HeatMap, data: heat(500, 40) }, 1100);
    const canvas = find(target, 'canvas', HTMLCanvasElement);
    flushSync();
    const light = canvas.toDataURL();
    document.documentElement.dataset['theme'] = 'dark';
    await expect.poll(() => canvas.toDataURL() === light).toBe(false);
  });

  it('takes text for at least as wide as it is', () => {
    const context = document.createElement('canvas').getContext('2d');
    if (context === null) throw new Error('no canvas');
    context.font = '100px sans-serif';
    for (const text of [
      'student-large',
      'HuggingFaceTB/SmolLM2-135M-Instruct',
      '0.62 [0.58, 0.66]',
      'MMMWWW',
      'illicit',
    ]) {
      expect(context.measureText(text).width, text).toBeLessThanOrEqual(textWidth(text, 100));
    }
  });
});

describe('figureFile', () => {
  it.each([
    ['light', 'rgb(253, 253, 251)'],
    ['dark', 'rgb(21, 23, 26)'],
  ])('writes an SVG that stands alone in the %s theme', async (theme, paper) => {
    document.documentElement.dataset['theme'] = theme;
    const file = await figureFile(saved(heat(4, 3)), 'svg', document.body);
    expect(file.name).toBe('benchside-a-heat-map.svg');
    const parsed = new DOMParser().parseFromString(await file.text(), 'image/svg+xml');
    expect(parsed.querySelector('parsererror')).toBeNull();
    expect(parsed.querySelector('script, style, image, a, foreignObject')).toBeNull();
    expect(parsed.querySelector('rect')?.getAttribute('fill')).toBe(paper);
    expect(await file.text()).not.toContain('var(');
    // It draws itself as an image, where nothing of this page reaches it.
    const image = new Image();
    image.src = URL.createObjectURL(file);
    await image.decode();
    expect(image.naturalWidth).toBe(992);
    URL.revokeObjectURL(image.src);
  });

  it('writes a PNG of two dots a pixel, with the colours of the page', async () => {
    document.documentElement.dataset['theme'] = 'light';
    const bitmap = await createImageBitmap(
      await figureFile(saved(heat(4, 3)), 'png', document.body),
    );
    expect(bitmap.width).toBe(1984);
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [bitmap.width, bitmap.height];
    const context = canvas.getContext('2d');
    context?.drawImage(bitmap, 0, 0);
    expect([...(context?.getImageData(2, 2, 1, 1).data ?? [])]).toEqual([253, 253, 251, 255]);
    const { data } = context?.getImageData(0, 0, bitmap.width, bitmap.height) ?? { data: [] };
    const seen = new Set<string>();
    for (let at = 0; at < data.length; at += 4)
      seen.add([data[at], data[at + 1], data[at + 2]].join());
    // The deepest and the lightest step of the ramp.
    expect(seen.has('0,58,106')).toBe(true);
    expect(seen.has('234,241,248')).toBe(true);
  });

  it('says that a figure is too long for a PNG, and still writes its numbers', async () => {
    const long = saved(heat(5000, 20));
    await expect(figureFile(long, 'png', document.body)).rejects.toThrow(FigureFileError);
    const csv = await (await figureFile(long, 'csv', document.body)).text();
    expect(csv.trim().split('\r\n')).toHaveLength(5001);
  });
});
