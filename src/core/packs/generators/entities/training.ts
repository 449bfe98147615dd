import type { QuestionGroup } from '../../../models/zoo/questionGroup.ts';
import { entityPrompt, entityReply } from '../../../protocols/entitySpans/prompt.ts';
import type { Random } from '../../../random.ts';
import { generateNote } from './generateNote.ts';
import { drawEntityCount } from './testItems.ts';

/** Share of training notes without an entity, near the test's 8 %. */
const EMPTY_SHARE = 0.1;

/** One training note with its reply: training's frames, names and look-alikes only. */
export function drawTraining(random: Random): QuestionGroup {
  const isEmpty = random.chance(EMPTY_SHARE);
  const stratum = random.pick(['seen', 'seen', 'multiword', 'distractor', 'distractor'] as const);
  const entities = isEmpty ? 0 : drawEntityCount(random);
  const note = generateNote(random, { split: 'train', stratum, entities });
  const { prefix, suffix } = entityPrompt(note.text);
  const start = prefix.indexOf(note.text);
  // A type is decided by the entity's last word, and the entity's words are copied one by one.
  const replyWordsOn = note.spans.flatMap((span) => {
    const words = [...note.text.slice(span.start, span.end).matchAll(/\S+/gu)].map(({ index }) => [
      start + span.start + index,
    ]);
    return [words.at(-1) ?? [], ...words];
  });
  return {
    prefix,
    questions: [{ suffix, reply: entityReply(note.text, note.spans), replyWordsOn }],
  };
}
