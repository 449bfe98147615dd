import type { FactColumn } from '../../core/runs/board/boardColumns.ts';
import type { BoardEntry } from '../../core/runs/board/boardEntry.ts';
import type { RankRange } from '../../core/stats/ratings/rankByInterval.ts';
import {
  formatBytes,
  formatCount,
  formatDecimal,
  formatShortCount,
} from '../../ui/formatNumber.ts';
import { formatDay, formatDuration } from '../../ui/formatTime.ts';
import { describeDevice, shortParity } from '../../ui/run/describeRun.ts';
import { ORIGIN_WORDS } from '../../ui/run/originWords.ts';
import { PARITY_WORDS } from './facetWords.ts';

/** A rank: `3` where the intervals leave no doubt, else `2–5`. */
function formatRank({ rank, lastRank }: RankRange): string {
  return rank === lastRank ? String(rank) : `${String(rank)}–${String(lastRank)}`;
}

/** A fact of a run as a cell shows it; null where it is not known. */
export function factText(
  id: Exclude<FactColumn, 'judge'>,
  entry: BoardEntry,
  rank: RankRange | undefined,
  n: number | undefined,
): string | null {
  const { run } = entry;
  const optional = (value: number | null | undefined, format = formatCount): string | null =>
    value === null || value === undefined ? null : format(value);
  switch (id) {
    case 'rank':
      return rank === undefined ? null : formatRank(rank);
    case 'n':
      return optional(n);
    case 'items':
      return optional(run.summary?.units);
    case 'unscored':
      return optional(run.summary?.unscored);
    case 'unreadable':
      return optional(run.summary?.unreadable);
    case 'device':
      return describeDevice(entry.device);
    case 'dtype':
      return entry.dtype;
    case 'parity':
      return PARITY_WORDS[entry.parity];
    case 'replay':
      return run.parity.length === 0 ? null : run.parity.map(shortParity).join('; ');
    case 'origin':
      return ORIGIN_WORDS[entry.origin];
    case 'date':
      return formatDay(new Date(entry.date).toISOString());
    case 'newTokens':
      return optional(entry.newTokens);
    case 'promptTokens':
      return optional(entry.promptTokens);
    case 'seconds':
      return optional(entry.seconds, formatDuration);
    case 'speed':
      return optional(entry.tokensPerSecond, (value) => formatDecimal(value, 1));
    case 'parameters':
      return optional(entry.size?.parameters, formatShortCount);
    case 'bytes':
      return optional(entry.size?.bytes, formatBytes);
    case 'version':
      return String(run.spec.protocol.version);
    case 'pack':
      return run.spec.packHash.slice(0, 12);
  }
}
