import { generate } from '../../calls/build.ts';
import type { StepwiseItem } from '../../packs/stepwiseErrors.ts';
import type { ItemScore } from '../itemScore.ts';
import { ask, type Play, type Protocol, type Roles } from '../protocol.ts';
import { markEvidence } from '../verifyEvidence/evidenceOverlap.ts';
import { parseFirstWrong } from './parseFirstWrong.ts';
import { firstWrongPrompt, NONE } from './prompt.ts';
import { firstWrongStepInfo } from './info.ts';

/** Room for a larger model's short sentence. */
const MAX_NEW_TOKENS = 24;

function scoreReply(item: StepwiseItem, text: string): ItemScore {
  const reply = parseFirstWrong(text, item.steps.length);
  const readable = reply.kind !== 'unreadable';
  const said = reply.kind === 'step' ? reply.number : null;
  const correct = Number(readable && said === item.firstWrong);
  return {
    values: {
      correct,
      foundMistake: item.firstWrong === null ? null : correct,
      clearedRight: item.firstWrong === null ? correct : null,
      said,
      criteria: 0,
      unscored: 0,
      unreadable: Number(!readable),
    },
    detail: {
      answer: text,
      readable,
      criteria: [],
      evidence: markEvidence(
        said === null ? [] : [said],
        item.firstWrong === null ? [] : [item.firstWrong],
      ),
    },
  };
}

function* play(item: StepwiseItem, roles: Roles): Play {
  const { prefix, suffix } = firstWrongPrompt(item);
  const [reply] = yield* ask([
    generate(roles.student, [{ role: 'user', content: prefix + suffix }], {
      maxNewTokens: MAX_NEW_TOKENS,
      stop: ['\n'],
      answerSpace: {
        kind: 'oneOf',
        options: [NONE, ...item.steps.map((_, index) => String(index + 1))],
      },
    }),
  ]);
  return scoreReply(item, reply.text);
}

/** First wrong step: where does a worked solution go wrong, if it does? */
export const firstWrongStep: Protocol<StepwiseItem> = { ...firstWrongStepInfo, play };
