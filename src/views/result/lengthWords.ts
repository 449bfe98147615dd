import type {
  LengthCorrelation,
  NoCorrelation,
} from '../../core/stats/comparison/lengthDependence.ts';
import { formatDecimal, formatQuantity } from '../../ui/formatNumber.ts';

/** What follows from the correlation of being right with length, in sentences. */
export function whatFollows({ conclusion, r, bound }: LengthCorrelation, student: string): string {
  const limit = formatDecimal(bound, 1);
  const way = r < 0 ? 'less' : 'more';
  switch (conclusion) {
    case 'equivalent':
      return `Equivalent: whether ${student} is right hardly depends on length. Any correlation is shown to lie within ±${limit}.`;
    case 'small':
      return `A correlation, and a small one: ${student} is ${way} often right on longer notes, but by a correlation that is shown to lie within ±${limit}.`;
    case 'correlated':
      return `A correlation: ${student} is ${way} often right on longer notes.`;
    case 'open':
      return `Not settled: no correlation is shown, and none beyond ±${limit} is ruled out. More items would settle it.`;
  }
}

/** Why there is no correlation to speak of. */
export function whyNone(reason: NoCorrelation, n: number, student: string): string {
  const items = formatQuantity(n, 'item');
  switch (reason) {
    case 'few':
      return `With ${items} there is nothing to correlate: four are the least. Run more items.`;
    case 'same-length':
      return `The notes of all ${items} are equally long, so nothing can depend on length.`;
    case 'all-right':
      return `${student} was right on all ${items}, long and short, so nothing varies with length.`;
    case 'all-wrong':
      return `${student} was wrong on all ${items}, long and short, so nothing varies with length.`;
  }
}
