import { describe, expect, it } from 'vitest';
import { tableOf, type Scene } from './scene.ts';
import { laneReading } from './reading.ts';
import { escapeXml, sceneSvg } from './sceneSvg.ts';
import { sheetOf } from './sheet.ts';
import { figureFileName, tableCsv, tableJson } from './tableFiles.ts';

const table = tableOf(
  [
    { title: 'Model', kind: 'text' },
    { title: 'Score, %', kind: 'number', digits: 1 },
  ],
  [
    ['plain', 0.123456789],
    ['with "quotes", and a comma', null],
    ['=HYPERLINK("http://x")', -1],
    ['@sum', Number.NaN],
    ['\t=1+1', 2],
    ['two\nlines', 3],
  ],
);

describe('tableCsv', () => {
  it('quotes what needs it, keeps numbers whole, and lets no text be a formula', () => {
    expect(tableCsv(table).split('\r\n')).toEqual([
      'Model,"Score, %"',
      'plain,0.123456789',
      '"with ""quotes"", and a comma",',
      `"'=HYPERLINK(""http://x"")",-1`,
      `'@sum,`,
      `'\t=1+1,2`,
      '"two\nlines",3',
      '',
    ]);
  });
});

describe('tableJson', () => {
  it('holds data and where they come from', () => {
    const value: unknown = JSON.parse(tableJson('A title', table, { pack: 'p', judge: null }));
    expect(value).toMatchObject({
      format: 'benchside-figure',
      title: 'A title',
      facts: { pack: 'p', judge: null },
      columns: ['Model', 'Score, %'],
    });
    expect(value).toHaveProperty('rows.0', ['plain', 0.123456789]);
    expect(value).toHaveProperty('rows.3', ['@sum', null]);
  });
});

describe('figureFileName', () => {
  it('keeps letters, digits and hyphens', () => {
    expect(figureFileName('Verdict F1: “all” / é')).toBe('benchside-verdict-f1-all-e');
    expect(figureFileName('../../')).toBe('benchside-figure');
  });
});

const hostile = '</text><script>alert(1)</script>&"\'\u0000\ud800';

function scene(): Scene {
  return {
    width: 300,
    height: 100,
    head: { height: 20, shapes: [{ kind: 'line', x1: 0, y1: 1, x2: 9, y2: 1, stroke: '--edge' }] },
    shapeCount: 2,
    shapes: () => [
      { kind: 'rect', x: 1.23456, y: 2, width: 3, height: 4, fill: '--data-0', opacity: 0.5 },
      {
        kind: 'text',
        x: 0,
        y: 9,
        text: hostile,
        size: 12,
        anchor: 'end',
        fill: '--ink',
        rim: true,
      },
    ],
    reading: laneReading([]),
    summary: hostile,
  };
}

describe('sceneSvg', () => {
  const sheet = sheetOf(scene(), { title: hostile, caption: 'c', facts: { pack: hostile } });
  const svg = sceneSvg(sheet, (paint) => (paint === '--data-0' ? 'rgb(1, 2, 3)' : '#abcdef'));

  it('stands alone: no tokens, scripts, links or styles', () => {
    expect(svg).not.toMatch(/var\(|--|<script|<style|href|url\(|on\w+=/u);
    expect(svg).toContain('font-family="sans-serif"');
    expect(svg).toContain(
      '<rect x="1.23" y="2" width="3" height="4" fill="rgb(1, 2, 3)" opacity="0.5"/>',
    );
  });

  it('escapes every text that came from outside, and drops what XML cannot hold', () => {
    expect(escapeXml(hostile)).toBe(
      '&lt;/text&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;&quot;&#39;',
    );
    expect(escapeXml('fine 😀')).toBe('fine 😀');
    expect(svg).toContain(`<desc>${escapeXml(hostile)}</desc>`);
  });

  it('puts title, head, body and sources under each other', () => {
    const [lines, head, body] = sheet.groups;
    expect((body?.y ?? 0) - (head?.y ?? 0)).toBe(20);
    expect(sheet.height).toBeGreaterThan((body?.y ?? 0) + 100);
    const texts = (lines?.shapes ?? []).flatMap((shape) =>
      shape.kind === 'text' ? shape.text : [],
    );
    expect(texts.join('')).toContain('pack:');
  });
});
