import type { Paint, Shape } from './scene.ts';
import type { Sheet } from './sheet.ts';

/** A token as a colour that stands alone: `#1a1c20`. */
export type ColourOf = (paint: Paint) => string;

const FAMILY = 'sans-serif';
const PAPER: Paint = '--paper';

// XML 1.0 has no way to write these, not even escaped.
// eslint-disable-next-line no-control-regex
const NOT_XML =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A text as XML holds it, in content and attributes alike; what XML cannot hold is left out. */
export function escapeXml(text: string): string {
  return text.replaceAll(NOT_XML, '').replaceAll(/[&<>"']/g, (found) => ESCAPES[found] ?? '');
}

function number(value: number): string {
  return String(Math.round(value * 100) / 100);
}

type Attributes = Readonly<Record<string, string | number | undefined>>;

function element(name: string, attributes: Attributes, content?: string): string {
  const written = Object.entries(attributes)
    .flatMap(([key, value]) =>
      value === undefined
        ? []
        : [` ${key}="${typeof value === 'number' ? number(value) : escapeXml(value)}"`],
    )
    .join('');
  return content === undefined ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`;
}

function look(shape: Exclude<Shape, { kind: 'text' }>, colour: ColourOf): Attributes {
  return {
    fill: shape.fill === undefined ? 'none' : colour(shape.fill),
    stroke: shape.stroke === undefined ? undefined : colour(shape.stroke),
    'stroke-width': shape.stroke === undefined ? undefined : (shape.strokeWidth ?? 1),
    'stroke-dasharray': shape.dash?.join(' '),
    opacity: shape.opacity,
  };
}

function shapeSvg(shape: Shape, colour: ColourOf): string {
  switch (shape.kind) {
    case 'rect': {
      const { x, y, width, height, radius } = shape;
      return element('rect', { x, y, width, height, rx: radius, ...look(shape, colour) });
    }
    case 'circle':
      return element('circle', { cx: shape.x, cy: shape.y, r: shape.r, ...look(shape, colour) });
    case 'line': {
      const { x1, y1, x2, y2 } = shape;
      return element('line', { x1, y1, x2, y2, ...look(shape, colour) });
    }
    case 'path':
      return element('path', { d: shape.d, ...look(shape, colour) });
    case 'text': {
      const { x, y, rotate } = shape;
      return element(
        'text',
        {
          x,
          y,
          fill: colour(shape.fill),
          'font-size': shape.size,
          'font-weight': shape.weight,
          'text-anchor': shape.anchor === 'start' ? undefined : shape.anchor,
          transform:
            rotate === undefined
              ? undefined
              : `rotate(${number(rotate)} ${number(x)} ${number(y)})`,
          ...(shape.rim === true
            ? {
                stroke: colour(PAPER),
                'stroke-width': 3,
                'stroke-linejoin': 'round',
                'paint-order': 'stroke',
              }
            : {}),
        },
        escapeXml(shape.text),
      );
    }
  }
}

/**
 * A figure as an SVG file that stands alone: colours written out, generic fonts, no scripts, links or styles. Text is escaped, so names
 * that came from outside stay names.
 */
export function sceneSvg(sheet: Sheet, colour: ColourOf): string {
  const { width, height } = sheet;
  const groups = sheet.groups.map(({ x, y, shapes }) =>
    element(
      'g',
      { transform: `translate(${number(x)} ${number(y)})` },
      shapes.map((shape) => shapeSvg(shape, colour)).join('\n'),
    ),
  );
  const content = [
    element('title', {}, escapeXml(sheet.title)),
    element('desc', {}, escapeXml(sheet.summary)),
    element('rect', { width, height, fill: colour(PAPER) }),
    ...groups,
  ];
  return `${element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width,
      height,
      viewBox: `0 0 ${number(width)} ${number(height)}`,
      'font-family': FAMILY,
      role: 'img',
    },
    `\n${content.join('\n')}\n`,
  )}\n`;
}
