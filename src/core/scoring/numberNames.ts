import { problem, type Parsed } from '../share/parseBundle.ts';
import { quoted } from './readRows.ts';

/** What the names of a number's companions end in. */
const ENDS = [':n_samples', ':n_unscored', ':low', ':high', ':sandwich_low', ':sandwich_high'];

/**
 * Refuses names of which one is another with an ending of ours: in the report, `bradley_terry:x:low` would stand for the
 * rating of `x:low` and for the lower end of that of `x`. Null where all are told apart.
 */
export function refuseEchoes(
  names: ReadonlySet<string>,
  file: string,
  thing: string,
): Parsed<never> | null {
  for (const name of names) {
    for (const end of ENDS) {
      if (!name.endsWith(end) || !names.has(name.slice(0, -end.length))) continue;
      return problem(
        'bad-field',
        `${file}: the ${thing} “${quoted(name)}” is called like a number about “${quoted(name.slice(0, -end.length))}”. Give it another name.`,
      );
    }
  }
  return null;
}
