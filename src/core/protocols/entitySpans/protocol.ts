import { generate } from '../../calls/build.ts';
import { ENTITY_TYPES, type EntityItem } from '../../packs/entitySpans.ts';
import type { ItemScore } from '../itemScore.ts';
import { ask, type Play, type Protocol, type Roles } from '../protocol.ts';
import { countWords, matchSpans, matchWords } from './matchSpans.ts';
import { parseAnswer } from './parseAnswer.ts';
import { placeEntities } from './placeEntities.ts';
import { entityPrompt } from './prompt.ts';
import { entitySpansInfo } from './info.ts';

/** Room for four entities of several tokens, or for a larger model's bullets. */
const MAX_NEW_TOKENS = 64;
/** Most lines that chance says; the shipped notes have up to four entities. */
const MOST_AT_RANDOM = 4;

/** Counts of one type; null where neither the note nor the answer has it, so that the note is not counted. */
function countsOfTypes(
  gold: EntityItem['spans'],
  placed: ReturnType<typeof placeEntities>,
): Record<string, number | null> {
  const values: Record<string, number | null> = {};
  for (const type of ENTITY_TYPES) {
    const goldOfType = gold.filter((span) => span.type === type);
    const saidOfType = placed.spans.filter((span) => span.type === type);
    const unplaced = [...placed.hallucinated, ...placed.repeated].filter(
      (entity) => entity.type === type,
    );
    const actual = saidOfType.length + unplaced.length;
    const isMeasured = actual + goldOfType.length > 0;
    const { correct } = matchSpans(goldOfType, saidOfType, 'strict');
    values[`${type}Correct`] = isMeasured ? correct : null;
    values[`${type}Actual`] = isMeasured ? actual : null;
    values[`${type}Possible`] = isMeasured ? goldOfType.length : null;
  }
  return values;
}

function scoreAnswer(item: EntityItem, text: string): ItemScore {
  const answer = parseAnswer(text, item.text);
  const isReadable = answer.kind === 'read';
  const placed = placeEntities(item.text, isReadable ? answer.entities : []);
  const unplaced = [...placed.hallucinated, ...placed.repeated];
  const actual = placed.spans.length + unplaced.length;
  const possible = item.spans.length;
  const strict = matchSpans(item.spans, placed.spans, 'strict').correct;
  const words = matchWords(item.text, item.spans, placed.spans);
  const unplacedWords = unplaced.reduce((sum, entity) => sum + countWords(entity.text), 0);
  return {
    values: {
      correct: Number(isReadable && strict === possible && strict === actual),
      strictCorrect: strict,
      typeCorrect: matchSpans(item.spans, placed.spans, 'type').correct,
      actual,
      possible,
      wordsCorrect: words.correct,
      wordsActual: words.actual + unplacedWords,
      wordsPossible: words.possible,
      ...countsOfTypes(item.spans, placed),
      hallucinated: placed.hallucinated.length,
      repeated: placed.repeated.length,
      criteria: 0,
      unscored: 0,
      unreadable: Number(!isReadable),
    },
    detail: { answer: text, readable: isReadable, criteria: [], evidence: null },
  };
}

function* play(item: EntityItem, roles: Roles): Play {
  const { prefix, suffix } = entityPrompt(item.text);
  const [reply] = yield* ask([
    generate(roles.student, [{ role: 'user', content: prefix + suffix }], {
      maxNewTokens: MAX_NEW_TOKENS,
      stop: [],
      answerSpace: {
        kind: 'typedWords',
        types: ENTITY_TYPES,
        text: item.text,
        most: MOST_AT_RANDOM,
        none: 'none',
      },
    }),
  ]);
  return scoreAnswer(item, reply.text);
}

/** Entity spans: which disorders, drugs, procedures and labs does a note name, and where? */
export const entitySpans: Protocol<EntityItem> = { ...entitySpansInfo, play };
