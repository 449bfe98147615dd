import type { FigureFacts, FigureTable, Scene } from '../../core/figures/scene.ts';
import { sceneSvg } from '../../core/figures/sceneSvg.ts';
import { sheetOf, type Sheet } from '../../core/figures/sheet.ts';
import { figureFileName, tableCsv, tableJson } from '../../core/figures/tableFiles.ts';
import { coloursAt } from './colours.ts';
import { paintShapes } from './paintShapes.ts';

export type FileKind = 'svg' | 'png' | 'csv' | 'json';

/** A figure as its frame knows it. */
export interface SavedFigure {
  title: string;
  caption: string;
  facts: FigureFacts;
  table: FigureTable;
  /** The figure at a width in pixels. */
  draw: (width: number) => Scene | Promise<Scene>;
}

/** Width of a picture's plot, in CSS pixels, whatever the screen's. */
const PICTURE_WIDTH = 960;
/** Dots of a PNG to a CSS pixel. */
const DENSITY = 2;
/** The longest side and the largest area, in dots, of a canvas that all browsers draw. */
const MOST_DOTS_A_SIDE = 16_384;
const MOST_DOTS = 100_000_000;
/** Fewer dots to a pixel than this, and its text cannot be read. */
const LEAST_DENSITY = 0.75;

/** What a figure's file could not be made for. */
export class FigureFileError extends Error {
  override name = 'FigureFileError';
}

/** Dots to a pixel that a sheet can have, up to 2. */
function densityOf({ width, height }: Sheet): number {
  return Math.min(
    DENSITY,
    MOST_DOTS_A_SIDE / Math.max(width, height),
    Math.sqrt(MOST_DOTS / (width * height)),
  );
}

/** @throws FigureFileError where the figure is too long for a picture made of dots. */
async function sheetPng(sheet: Sheet, element: Element): Promise<Blob> {
  const density = densityOf(sheet);
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(sheet.width * density);
  canvas.height = Math.round(sheet.height * density);
  const context = density < LEAST_DENSITY ? null : canvas.getContext('2d');
  if (context === null) {
    throw new FigureFileError(
      'This figure is too long for a PNG that could still be read. Save the SVG, or the numbers as CSV.',
    );
  }
  const colour = coloursAt(element);
  context.scale(density, density);
  context.fillStyle = colour('--paper');
  context.fillRect(0, 0, sheet.width, sheet.height);
  const family = getComputedStyle(document.documentElement).fontFamily;
  for (const { x, y, shapes } of sheet.groups) {
    context.save();
    context.translate(x, y);
    paintShapes(context, shapes, colour, family);
    context.restore();
  }
  const blob = await new Promise<Blob | null>((resolve) => {
    canvas.toBlob(resolve, 'image/png');
  });
  if (blob === null) {
    throw new FigureFileError('This browser could not make the PNG. Save the SVG instead.');
  }
  return blob;
}

/**
 * A figure as a file: a picture in the colours of the page, or its numbers.
 *
 * @param element inside the figure, whose colours it takes.
 * @throws FigureFileError
 */
export async function figureFile(
  figure: SavedFigure,
  kind: FileKind,
  element: Element,
): Promise<File> {
  const name = `${figureFileName(figure.title)}.${kind}`;
  const sheet = async (): Promise<Sheet> => sheetOf(await figure.draw(PICTURE_WIDTH), figure);
  switch (kind) {
    case 'svg':
      return new File([sceneSvg(await sheet(), coloursAt(element))], name, {
        type: 'image/svg+xml',
      });
    case 'png':
      return new File([await sheetPng(await sheet(), element)], name, { type: 'image/png' });
    case 'csv':
      // The mark at the start is how spreadsheets know UTF-8.
      return new File(['\ufeff', tableCsv(figure.table)], name, { type: 'text/csv' });
    case 'json':
      return new File([tableJson(figure.title, figure.table, figure.facts)], name, {
        type: 'application/json',
      });
  }
}

/** Hands a file to the browser's downloads. */
export function download(file: File): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = file.name;
  link.click();
  // The browser reads the address after this task; a minute is ample.
  setTimeout(() => {
    URL.revokeObjectURL(link.href);
  }, 60_000);
}
