import type { FigureFacts, Scene, Shape } from './scene.ts';
import { wrapText } from './textWidth.ts';

const MARGIN = 16;
const TITLE = 16;
const SMALL = 12;

/** What stands around a figure that is saved. */
export interface Caption {
  title: string;
  /** A sentence under the title; empty for none. */
  caption: string;
  /** Where the numbers come from: written under the figure. */
  facts: FigureFacts;
}

/** A figure with its title and sources, ready to be drawn: groups of shapes, each moved by (x, y). */
export interface Sheet {
  width: number;
  height: number;
  title: string;
  summary: string;
  groups: readonly { x: number; y: number; shapes: readonly Shape[] }[];
}

/** Facts in one line: `pack: abc · judge: rubric-judge`. */
function factsInWords(facts: FigureFacts): string {
  return Object.entries(facts)
    .flatMap(([name, value]) => (value === null ? [] : [`${name}: ${String(value)}`]))
    .join(' · ');
}

/** Puts title, scene and sources under each other. */
export function sheetOf(scene: Scene, { title, caption, facts }: Caption): Sheet {
  const lines: Shape[] = [];
  let y = MARGIN;
  const write = (text: string, size: number, weight: number, soft: boolean): void => {
    for (const line of wrapText(text, size, scene.width)) {
      y += size * 1.4;
      const fill = soft ? '--ink-soft' : '--ink';
      lines.push({ kind: 'text', x: 0, y, text: line, size, weight, fill, anchor: 'start' });
    }
  };
  write(title, TITLE, 600, false);
  write(caption, SMALL, 400, true);
  y += MARGIN;
  const head = scene.head ?? { height: 0, shapes: [] };
  const bodyAt = y + head.height;
  const headAt = y;
  y = bodyAt + scene.height + MARGIN / 2;
  write(factsInWords(facts), SMALL, 400, true);
  return {
    width: scene.width + 2 * MARGIN,
    height: Math.ceil(y + MARGIN),
    title,
    summary: scene.summary,
    groups: [
      { x: MARGIN, y: 0, shapes: lines },
      { x: MARGIN, y: headAt, shapes: head.shapes },
      { x: MARGIN, y: bodyAt, shapes: scene.shapes() },
    ],
  };
}
