import {
  formatFilter,
  isListed,
  type ItemFilter,
  type ItemRow,
} from '../../core/compare/itemRows.ts';
import { formatCount } from '../../ui/formatNumber.ts';

/** Whether all values are 0 and 1, so that an item is right or wrong. */
export function isRightOrWrong(rows: readonly ItemRow[]): boolean {
  return rows.every(({ values }) =>
    values.every((value) => value === null || value === 0 || value === 1),
  );
}

interface Choice {
  value: string;
  label: string;
}

/** What the list of items can show, each with how many items that is. Pairs are with the baseline. */
export function filterChoices(
  rows: readonly ItemRow[],
  runs: readonly { letter: string }[],
  baseline: number,
  lowerIsBetter: boolean,
): Choice[] {
  const isBinary = isRightOrWrong(rows) && !lowerIsBetter;
  const filters: { filter: ItemFilter; words: string }[] = [
    { filter: { kind: 'differ' }, words: 'the runs differ' },
  ];
  for (const place of runs.keys()) {
    if (place === baseline) continue;
    for (const [winner, loser] of [
      [place, baseline],
      [baseline, place],
    ] as const) {
      const [one, other] = [runs[winner]?.letter ?? '', runs[loser]?.letter ?? ''];
      const words = isBinary ? `${one} right, ${other} wrong` : `${one} better than ${other}`;
      filters.push({ filter: { kind: 'over', winner, loser }, words });
    }
  }
  filters.push(
    { filter: { kind: 'same' }, words: 'all the same' },
    { filter: { kind: 'missing' }, words: 'a run has no value' },
    { filter: { kind: 'all' }, words: 'every item' },
  );
  return filters.map(({ filter, words }) => {
    const count = rows.filter((row) => isListed(row, filter, lowerIsBetter)).length;
    return { value: formatFilter(filter), label: `${words} (${formatCount(count)})` };
  });
}
