import { createRandom } from '../../../random.ts';
import { ERROR_KINDS, type NoteErrorItem } from '../../noteErrors.ts';
import { generatePair } from './generateNote.ts';

const PAIRS = 100;

/**
 * The shipped test items: 100 notes, each as it should be and with one sentence gone wrong, from seeds that begin with
 * `note-errors-test-`. The two of a pair share a cluster.
 */
export function buildTestItems(): NoteErrorItem[] {
  const items: NoteErrorItem[] = [];
  const seen = new Set<string>();
  for (let number = 1; items.length < 2 * PAIRS; number += 1) {
    const kind = ERROR_KINDS[(items.length / 2) % ERROR_KINDS.length] ?? 'sex';
    const cluster = `note-${String(number).padStart(3, '0')}`;
    const pair = generatePair(createRandom(`note-errors-test-${cluster}`), 'test', kind);
    const text = pair.right.join('\n');
    if (seen.has(text)) continue;
    seen.add(text);
    items.push(
      { id: `${cluster}-none`, cluster, stratum: 'none', sentences: [...pair.right], error: null },
      {
        id: `${cluster}-${kind}`,
        cluster,
        stratum: kind,
        sentences: [...pair.wrong],
        error: { sentence: pair.sentence, correction: pair.right[pair.sentence - 1] ?? '' },
      },
    );
  }
  return items;
}
