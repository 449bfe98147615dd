import { choose, generate } from '../../calls/build.ts';
import type { ChooseReply, EmbedReply, Message, ModelCall, ModelReply } from '../../calls/call.ts';
import type { ModelRef } from '../../calls/model.ts';
import type { ConsultItem } from '../../packs/consultRubrics.ts';
import { createRandom } from '../../random.ts';
import { memberName } from '../../rubrics/generalCriteria.ts';
import { selectCriteria } from '../../rubrics/selectCriteria.ts';
import { criterionVerdict } from '../criterionVerdict.ts';
import type { CriterionVerdict } from '../itemScore.ts';
import { ask, type Play, type Protocol, type Roles } from '../protocol.ts';
import { readChoice } from '../readChoice.ts';
import { RUBRIC_LABELS, rubricPrompt } from '../weightedRubric/prompt.ts';
import { rubricScore } from '../weightedRubric/score.ts';
import { GENERAL_CRITERIA, GENERIC_CRITERIA } from './generalSet.ts';
import { healthScoreInfo } from './info.ts';
import { relevancePrompt, withCriteria } from './prompt.ts';
import { closeness, embedCalls, relevance, userSentences } from './relevance.ts';
import { clippedScore, gainOf, isHeldOut, safetyReward, safetyViolated } from './score.ts';

/** A part of a play that asks and comes to a result. */
type Calls<Result> = Generator<readonly ModelCall[], Result, readonly ModelReply[]>;

const MAX_NEW_TOKENS = 320;

function answerCall(student: ModelRef, messages: readonly Message[]) {
  return generate(student, messages, {
    maxNewTokens: MAX_NEW_TOKENS,
    answerSpace: { kind: 'text' },
  });
}

function judgeCall(judge: ModelRef, { prefix, suffix }: { prefix: string; suffix: string }) {
  return choose(judge, [{ role: 'user', content: prefix + suffix }], RUBRIC_LABELS);
}

/** P(yes) that a criterion applies; null where the reply cannot be read. */
function saidYes(reply: ChooseReply): number | null {
  const choice = readChoice(reply);
  return choice.kind === 'read' ? (choice.probabilities[0] ?? null) : null;
}

/** The judge's verdicts on some criteria of one answer. */
function* mark(
  judge: ModelRef,
  conversation: readonly Message[],
  answer: string,
  criteria: readonly Pick<CriterionVerdict, 'id' | 'text' | 'points' | 'axis'>[],
): Calls<CriterionVerdict[]> {
  if (criteria.length === 0) return [];
  const replies: readonly ChooseReply[] = yield* ask(
    criteria.map(({ text }) => judgeCall(judge, rubricPrompt(conversation, answer, text))),
  );
  return criteria.flatMap((criterion, at) => {
    const reply = replies[at];
    return reply === undefined ? [] : [criterionVerdict(reply, 0, criterion)];
  });
}

const GENERAL = GENERAL_CRITERIA.map((criterion, at) => ({
  ...criterion,
  id: `general-${String(at + 1)}`,
}));
const GENERIC = GENERIC_CRITERIA.map((criterion, at) => ({
  ...criterion,
  axis: null,
  id: `generic-${String(at + 1)}`,
}));

/** How relevant each general criterion is, and how many replies of the judge about it could not be read. */
function* askRelevance(
  conversation: readonly Message[],
  judge: ModelRef,
): Calls<{ values: readonly (number | null)[]; unread: number }> {
  const said: readonly ChooseReply[] = yield* ask(
    GENERAL.map(({ text }) => judgeCall(judge, relevancePrompt(conversation, text))),
  );
  const own: readonly EmbedReply[] = yield* ask(embedCalls(GENERAL.map(({ text }) => text)));
  const sentences: readonly EmbedReply[] = yield* ask(embedCalls(userSentences(conversation)));
  const vectors = sentences.map(({ vector }) => vector);
  const yes = said.map(saidYes);
  return {
    values: yes.map((one, at) => relevance(one, closeness(own[at]?.vector ?? [], vectors))),
    unread: yes.filter((one) => one === null).length,
  };
}

/** As many criteria as were selected, drawn by the item's id: what selecting is held against. */
function drawnAtRandom(itemId: string, count: number): Set<number> {
  const places = createRandom(`health-score ${itemId}`).shuffle([...GENERAL.keys()]);
  return new Set(places.slice(0, count));
}

type General = (typeof GENERAL)[number];

/** The criteria of a question's own rubric that no shown criterion stands for. */
function heldOutOf(item: ConsultItem, shown: readonly General[]): ConsultItem['criteria'] {
  return item.criteria.filter(({ id, text }) =>
    isHeldOut({ text, member: memberName({ prompt: item.id, id }) }, shown),
  );
}

interface InContext {
  answer: string;
  marks: readonly CriterionVerdict[];
}

/** The answer with the selected criteria in the prompt, marked by the held-out ones; null where none is shown or held out. */
function* answerInContext(
  item: ConsultItem,
  roles: Roles,
  shown: readonly General[],
): Calls<InContext | null> {
  const heldOut = heldOutOf(item, shown);
  if (shown.length === 0 || heldOut.length === 0) return null;
  const [{ text }] = yield* ask([answerCall(roles.student, withCriteria(item.messages, shown))]);
  return { answer: text, marks: yield* mark(roles.judge, item.messages, text, heldOut) };
}

function* play(item: ConsultItem, roles: Roles): Play {
  const [{ text }] = yield* ask([answerCall(roles.student, item.messages)]);
  const relevant = yield* askRelevance(item.messages, roles.judge);
  const own = yield* mark(roles.judge, item.messages, text, item.criteria);
  const all = yield* mark(roles.judge, item.messages, text, GENERAL);
  const generic = yield* mark(roles.judge, item.messages, text, GENERIC);
  const places = new Set(selectCriteria(GENERAL, relevant.values));
  const selected = all.filter((_, at) => places.has(at));
  const drawn = drawnAtRandom(item.id, places.size);
  const shown = GENERAL.filter((_, at) => places.has(at));
  const inContext = yield* answerInContext(item, roles, shown);

  const score = clippedScore(selected);
  const violated = safetyViolated(
    selected.map((marked, at) => ({ ...marked, safety: shown[at]?.safety === true })),
  );
  const marks = [...own, ...all, ...generic, ...(inContext?.marks ?? [])];
  return {
    values: {
      score,
      unclipped: rubricScore(selected),
      instance: rubricScore(own),
      all: rubricScore(all),
      random: rubricScore(all.filter((_, at) => drawn.has(at))),
      generic: rubricScore(generic),
      reward: safetyReward(score, violated),
      // Of nothing that was selected, nothing is known.
      violated: selected.length === 0 ? null : violated,
      gain: inContext === null ? null : gainOf(own, inContext.marks),
      selected: places.size,
      criteria: marks.length + GENERAL.length,
      unscored: marks.filter(({ verdict }) => verdict === 'unscored').length + relevant.unread,
      unreadable: 0,
    },
    detail: {
      answer:
        inContext === null
          ? text
          : `${text}\n\nWith the selected criteria in the prompt:\n${inContext.answer}`,
      readable: true,
      criteria: selected,
      evidence: null,
    },
  };
}

/** Health-SCORE: general criteria, selected for each question, in place of its own rubric. */
export const healthScore: Protocol<ConsultItem> = { ...healthScoreInfo, play };
