import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';

/** `name -> [light, dark]` of every `light-dark()` custom property. */
async function readTokens(): Promise<Map<string, readonly [string, string]>> {
  const css = await readFile(new URL('./tokens.css', import.meta.url), 'utf8');
  const tokens = new Map<string, readonly [string, string]>();
  for (const [, name, light, dark] of css.matchAll(
    /--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g,
  )) {
    if (name !== undefined && light !== undefined && dark !== undefined) {
      tokens.set(name, [light, dark]);
    }
  }
  return tokens;
}

type Triple = readonly [number, number, number];

function linearRgb(hex: string): Triple {
  const channel = (at: number): number => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

/** WCAG 2.2 contrast ratio, 1 to 21. */
function contrast(a: string, b: string): number {
  const luminance = (hex: string): number => {
    const [red, green, blue] = linearRgb(hex);
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05);
}

function times(matrix: readonly Triple[], [x, y, z]: Triple): Triple {
  const [a = 0, b = 0, c = 0] = matrix.map((row) => row[0] * x + row[1] * y + row[2] * z);
  return [a, b, c];
}

/** Machado, Oliveira and Fernandes (2009), severity 1, on linear RGB. */
const VISION: Readonly<Record<string, readonly Triple[]>> = {
  trichromat: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanope: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranope: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanope: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** Oklab (Ottosson 2020) of linear RGB. */
function oklab(rgb: Triple): Triple {
  const clamped: Triple = [Math.max(0, rgb[0]), Math.max(0, rgb[1]), Math.max(0, rgb[2])];
  const [l, m, s] = times(
    [
      [0.4122214708, 0.5363325363, 0.0514459929],
      [0.2119034982, 0.6806995451, 0.1073969566],
      [0.0883024619, 0.2817188376, 0.6299787005],
    ],
    clamped,
  );
  return times(
    [
      [0.2104542553, 0.793617785, -0.0040720468],
      [1.9779984951, -2.428592205, 0.4505937099],
      [0.0259040371, 0.7827717662, -0.808675766],
    ],
    [Math.cbrt(l), Math.cbrt(m), Math.cbrt(s)],
  );
}

function distance(a: string, b: string, vision: readonly Triple[]): number {
  const [x, y] = [oklab(times(vision, linearRgb(a))), oklab(times(vision, linearRgb(b)))];
  return Math.hypot(x[0] - y[0], x[1] - y[1], x[2] - y[2]);
}

const tokens = await readTokens();
const themes = [
  ['light', 0],
  ['dark', 1],
] as const;

function colour(name: string, theme: 0 | 1): string {
  const pair = tokens.get(name);
  if (pair === undefined) throw new Error(`tokens.css has no --${name}`);
  return pair[theme];
}

describe.each(themes)('the %s theme', (_name, theme) => {
  const text = ['ink', 'ink-soft', 'accent', 'danger', 'met', 'not-met', 'unscored'];
  const grounds = ['paper', 'wash', 'accent-wash', 'danger-wash'];

  it.each(text)('%s is readable as text on every ground (AA, 4.5:1)', (name) => {
    for (const ground of grounds) {
      expect(contrast(colour(name, theme), colour(ground, theme)), ground).toBeGreaterThan(4.5);
    }
  });

  it('text on the accent is readable (AA)', () => {
    expect(contrast(colour('on-accent', theme), colour('accent', theme))).toBeGreaterThan(4.5);
  });

  const marks = [...tokens.keys()].filter((name) => name.startsWith('data-'));

  it.each([...marks, 'edge'])('%s stands out from the paper as a mark (3:1)', (name) => {
    expect(contrast(colour(name, theme), colour('paper', theme))).toBeGreaterThan(3);
  });

  it.each(Object.entries(VISION))('data colours differ for a %s', (_vision, matrix) => {
    for (const [index, a] of marks.entries()) {
      for (const b of marks.slice(0, index)) {
        const apart = distance(colour(a, theme), colour(b, theme), matrix);
        expect(apart, `${a} and ${b}`).toBeGreaterThan(0.055);
      }
    }
  });

  // Which steps have which text is written in charts/heatMap/layout.ts.
  it.each([
    ['ramp', [0, 1, 2, 3, 4]],
    ['diverge', [2, 3, 4, 5, 6]],
  ])('text is readable on every step of %s (AA)', (ramp, inkSteps) => {
    for (let step = 0; step < 9; step += 1) {
      const text = colour(inkSteps.includes(step) ? 'ink' : 'paper', theme);
      expect(
        contrast(text, colour(`${ramp}-${String(step)}`, theme)),
        String(step),
      ).toBeGreaterThan(4.5);
    }
  });

  it.each(Object.entries(VISION))('steps of the ramps go one way for a %s', (_vision, matrix) => {
    const light = (name: string): number =>
      oklab(times(matrix, linearRgb(colour(name, theme))))[0] * (theme === 0 ? -1 : 1);
    for (let step = 1; step < 9; step += 1) {
      const apart = light(`ramp-${String(step)}`) - light(`ramp-${String(step - 1)}`);
      expect(apart, `ramp ${String(step)}`).toBeGreaterThan(0.02);
      const outwards = step <= 4 ? -1 : 1;
      const further = light(`diverge-${String(step)}`) - light(`diverge-${String(step - 1)}`);
      expect(further * outwards, `diverge ${String(step)}`).toBeGreaterThan(0.02);
    }
  });

  it.each(Object.entries(VISION))('less and more differ for a %s', (_vision, matrix) => {
    for (const [less, more] of [
      [0, 8],
      [1, 7],
      [2, 6],
    ]) {
      const pair = [`diverge-${String(less)}`, `diverge-${String(more)}`] as const;
      const apart = distance(colour(pair[0], theme), colour(pair[1], theme), matrix);
      expect(apart, pair.join(' and ')).toBeGreaterThan(0.1);
    }
  });
});
