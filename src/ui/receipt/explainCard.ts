import type { ModelCard } from '../../core/models/card.ts';
import { formatCount, formatDecimal, formatQuantity } from '../formatNumber.ts';
import type { Explanation } from './receiptFacts.ts';

/** What figures over all tasks count; those of a task begin with its name and end in one of these. */
const MEANINGS: Readonly<Record<string, string>> = {
  'first-token': 'Share of held-out prompts whose first reply token is the likeliest one.',
  'exact-replies':
    'Share of held-out prompts whose whole reply, written greedily, is the right one.',
  'finds-its-pair':
    'Share of held-out texts whose own pair lies nearest by cosine, of all pairs in the batch.',
};

/** A figure on a model's card. The command trains the model again, which takes what the card says it took. */
export function explainHeldOut(card: ModelCard, name: string, value: number): Explanation {
  const meaning = Object.entries(MEANINGS).find(([known]) => name.endsWith(known))?.[1];
  return {
    facts: [
      { term: name.replaceAll('-', ' '), value: formatDecimal(value, 4), isCode: false },
      {
        term: 'Formula',
        value: meaning ?? 'Share of held-out questions of the task that were answered right.',
        isCode: false,
      },
      {
        term: 'Rows',
        value: `${formatQuantity(card.heldOut.n, 'question')}; no interval was taken`,
        isCode: false,
      },
      {
        term: 'Taken',
        value: `at the end of training (${formatCount(card.steps)} steps), by the trainer itself, on documents that are in no pack`,
        isCode: false,
      },
      { term: 'Seed', value: card.seed, isCode: true },
      { term: 'Model', value: card.id, isCode: true },
      ...card.files.slice(0, 1).map(({ path, sha256 }) => ({
        term: `SHA-256 of ${path}`,
        value: sha256,
        isCode: true,
      })),
    ],
    command: `npm run models -- ${card.id}`,
  };
}
