import type { ItemBlock, ItemView } from '../packs/itemView.ts';
import type { Pack } from '../packs/parsePack.ts';
import type { ItemDetail } from '../protocols/itemScore.ts';
import { unitKey } from '../runs/plan.ts';

/** What one run made of one item. */
export interface ItemResult {
  runId: string;
  values: Readonly<Record<string, number | null>>;
  /** Null where the texts are not in this browser. */
  detail: ItemDetail | null;
  /** What models wrote besides the answer: rationales, a judge's words. Hostile text. */
  replies: readonly string[];
  /** Whether a reply came to its limit of tokens; null where the replies are not in this browser. */
  isTruncated: boolean | null;
  /** Identities of the calls it was scored from; none where they are elsewhere. */
  calls: readonly string[];
  /** Whether nobody answered: the run is of a judge alone. */
  isJudgeAlone: boolean;
}

/** A criterion as a pack's authors wrote it. */
export interface RubricCriterion {
  text: string;
  axis: string | null;
}

/** One item in one epoch, with what each of the chosen runs made of it. */
export interface ItemRow {
  /** Pack and unit: `consult-rubrics/cr-001#1`. */
  key: string;
  packId: string;
  unitKey: string;
  itemId: string;
  stratum: string;
  title: string;
  rubric: readonly RubricCriterion[];
  /** In the order the runs were chosen; runs that did not play the item are left out. */
  results: readonly ItemResult[];
}

/** The texts of a part of an item. */
function textOfBlock(block: ItemBlock): string {
  switch (block.kind) {
    case 'text':
    case 'spans':
      return block.text;
    case 'conversation':
      return block.messages.map(({ content }) => content).join('\n');
    case 'sentences':
      return block.sentences.join('\n');
    case 'options':
      return block.options.map(({ text }) => text).join('\n');
  }
}

/** All that an item asks, as one text: its title where no part repeats it, and every part. */
export function askedText(view: ItemView): string {
  const parts = view.blocks.map(textOfBlock);
  const text = parts.join('\n');
  const start = view.title.replace(/…$/u, '');
  return text.replaceAll(/\s+/gu, ' ').includes(start) ? text : `${view.title}\n${text}`;
}

/** The criteria that a pack's authors wrote for each item, by its id; empty for packs without rubrics. */
export function rubricsOf(pack: Pack): ReadonlyMap<string, readonly RubricCriterion[]> {
  if (pack.kind !== 'consult-rubrics') return new Map();
  return new Map(
    pack.items.map(({ id, criteria }) => [id, criteria.map(({ text, axis }) => ({ text, axis }))]),
  );
}

/** The rows of a pack that no run has played: every item once. */
export function packRows(pack: Pack, rubrics = rubricsOf(pack)): ItemRow[] {
  return pack.entries.map((entry) => {
    const key = unitKey(entry.id, 1);
    return {
      key: rowKey(pack.manifest.id, key),
      packId: pack.manifest.id,
      unitKey: key,
      itemId: entry.id,
      stratum: entry.stratum,
      title: entry.view().title,
      rubric: rubrics.get(entry.id) ?? [],
      results: [],
    };
  });
}

export function rowKey(packId: string, unit: string): string {
  return `${packId}/${unit}`;
}

/** Criteria with a verdict, over all results of a row. */
export function criteriaOf(row: ItemRow) {
  return row.results.flatMap(({ detail }) => detail?.criteria ?? []);
}

/**
 * The number that a list shows of a result: the judge's score where there is one, else 1 for right and 0 for wrong; null
 * where neither was measured.
 */
export function scoreOf({ values }: Pick<ItemResult, 'values'>): number | null {
  return values['score'] ?? values['judgeScore'] ?? values['correct'] ?? null;
}
