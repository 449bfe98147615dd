import { generate } from '../../calls/build.ts';
import type { NumericItem } from '../../packs/numericAnswers.ts';
import { ask, type Play, type Protocol, type Roles } from '../protocol.ts';
import { isWithin, relativeError } from './markNumber.ts';
import { parseNumber } from './parseAnswer.ts';
import { numericPrompt } from './prompt.ts';
import { numericAnswerInfo } from './info.ts';

/** Room for a number with its unit, or for a larger model's line of working. */
const MAX_NEW_TOKENS = 32;

function* play(item: NumericItem, roles: Roles): Play {
  const { prefix, suffix } = numericPrompt(item.text, item.question);
  const [reply] = yield* ask([
    generate(roles.student, [{ role: 'user', content: prefix + suffix }], {
      maxNewTokens: MAX_NEW_TOKENS,
      stop: ['\n'],
      answerSpace: { kind: 'number', ...item.range },
    }),
  ]);
  const read = parseNumber(reply.text);
  const said = read.kind === 'read' ? read.value : null;
  return {
    values: {
      correct: Number(said !== null && isWithin(said, item.answer, item.tolerance)),
      said,
      relativeError: said === null ? null : relativeError(said, item.answer),
      criteria: 0,
      unscored: 0,
      unreadable: Number(said === null),
    },
    detail: { answer: reply.text, readable: said !== null, criteria: [], evidence: null },
  };
}

/** Numeric answers: does the student's number lie within the item's tolerance? */
export const numericAnswer: Protocol<NumericItem> = { ...numericAnswerInfo, play };
