import { choose, generate } from '../../calls/build.ts';
import type { ChooseReply, GenerateCall } from '../../calls/call.ts';
import type { ModelRef } from '../../calls/model.ts';
import type { ConceptItem } from '../../packs/conceptVerification.ts';
import { criterionVerdict } from '../criterionVerdict.ts';
import type { CriterionVerdict, EvidenceMarks, ItemScore } from '../itemScore.ts';
import { ask, type Play, type Protocol, type Roles } from '../protocol.ts';
import { readChoice } from '../readChoice.ts';
import { evidenceRates, markEvidence } from './evidenceOverlap.ts';
import { parseAnswer, type VerificationAnswer } from './parseAnswer.ts';
import { JUDGE_LABELS, judgePrompt, studentPrompt, type SplitPrompt } from './prompt.ts';
import { verifyEvidenceInfo } from './info.ts';

/** Room for `yes` and ten sentence numbers of two digits, or for a larger model's short sentence. */
const MAX_NEW_TOKENS = 32;

function asUserMessage(prompt: SplitPrompt): [{ role: 'user'; content: string }] {
  return [{ role: 'user', content: prompt.prefix + prompt.suffix }];
}

/** The judge's call over some of the note's sentences, given by 1-based number. */
function judgeCall(judge: ModelRef, item: ConceptItem, sentences: readonly string[]) {
  return choose(judge, asUserMessage(judgePrompt(sentences, item.concept)), JUDGE_LABELS);
}

/** Both criteria weigh the same, and have no axis. */
function verdictOf(reply: ChooseReply, metWhen: 0 | 1, id: string, text: string): CriterionVerdict {
  return criterionVerdict(reply, metWhen, { id, text, points: 1, axis: null });
}

function byRule(id: string, text: string, note: string): CriterionVerdict {
  return { id, text, points: 1, axis: null, verdict: 'not-met', probability: null, note };
}

function* judgeAnswer(item: ConceptItem, answer: VerificationAnswer, judge: ModelRef) {
  const wholeNote = judgeCall(judge, item, item.sentences);
  const cited =
    answer.kind === 'read' && answer.supported
      ? item.sentences.filter((_, index) => answer.evidence.includes(index + 1))
      : [];
  const calls =
    cited.length > 0
      ? ([wholeNote, judgeCall(judge, item, cited)] as const)
      : ([wholeNote] as const);
  const [overNote, overCited] = yield* ask(calls);
  const criteria: CriterionVerdict[] = [];
  if (answer.kind === 'unreadable') {
    criteria.push(
      byRule('verdict', 'The verdict is right', 'the answer begins with neither yes nor no'),
    );
  } else if (answer.supported) {
    criteria.push(verdictOf(overNote, 0, 'verdict', 'The note supports the concept, as answered'));
    const text = 'The cited sentences, read alone, show the concept';
    criteria.push(
      overCited === undefined
        ? byRule('evidence', text, 'the answer cites no sentence of the note')
        : verdictOf(overCited, 0, 'evidence', text),
    );
  } else {
    criteria.push(
      verdictOf(overNote, 1, 'verdict', 'The note does not support the concept, as answered'),
    );
  }
  return { criteria, judgeView: readChoice(overNote) };
}

interface Judged {
  criteria: readonly CriterionVerdict[];
  /** The judge's reading of the whole note; null where it was not asked. */
  judgeView: ReturnType<typeof readChoice> | null;
}

/** Of a copy only the verdict counts, so nobody judges it. */
const NOT_JUDGED: Judged = { criteria: [], judgeView: null };

/**
 * What says whether an item is an original or a copy, and which items to compare with it. Rows know
 * nothing of one another but this: an original and its copies carry the same `pair` in the same note.
 */
function contrastValues({ pair, contrast }: ConceptItem): Record<string, number | null> {
  const inPair = (kind: 'altering' | 'preserving') => {
    if (pair === undefined) return null;
    if (contrast === undefined) return 0;
    return contrast.kind === kind ? 1 : null;
  };
  return {
    original: contrast === undefined ? 1 : null,
    pair: pair ?? null,
    altering: inPair('altering'),
    preserving: inPair('preserving'),
  };
}

/** What is summed over items where their sentences are pooled; null where an item measures none. */
function evidenceCounts(marks: EvidenceMarks | null): Record<string, number | null> {
  return {
    evidenceHits: marks === null ? null : marks.hit.length,
    evidenceCited: marks === null ? null : marks.hit.length + marks.wrong.length,
    evidenceGold: marks === null ? null : marks.hit.length + marks.missed.length,
  };
}

function scoreAnswer(
  item: ConceptItem,
  text: string,
  answer: VerificationAnswer,
  judged: Judged,
): ItemScore {
  const readable = answer.kind === 'read';
  const said = readable ? Number(answer.supported) : null;
  const marks = item.label
    ? markEvidence(readable ? answer.evidence : [], item.evidence)
    : readable && answer.supported
      ? markEvidence(answer.evidence, [])
      : null;
  const isOriginal = item.contrast === undefined;
  const measured = isOriginal && item.label ? marks : null;
  const rates = measured === null ? null : evidenceRates(measured);
  const scored = judged.criteria.filter((criterion) => criterion.verdict !== 'unscored');
  const met = scored.filter((criterion) => criterion.verdict === 'met');
  return {
    values: {
      label: Number(item.label),
      said,
      correct: Number(said === Number(item.label)),
      evidencePrecision: rates?.precision ?? null,
      evidenceRecall: rates?.recall ?? null,
      evidenceF1: rates?.f1 ?? null,
      ...evidenceCounts(measured),
      judgeScore: scored.length === 0 ? null : met.length / scored.length,
      judgeSays: judged.judgeView?.kind === 'read' ? Number(judged.judgeView.index === 0) : null,
      ...contrastValues(item),
      criteria: judged.criteria.length,
      unscored: judged.criteria.length - scored.length,
      unreadable: Number(!readable),
    },
    detail: { answer: text, readable, criteria: judged.criteria, evidence: marks },
  };
}

/** Asks whether the note supports the concept. Another protocol that asks the same finds the reply remembered. */
export function verdictCall(
  { sentences, concept }: Pick<ConceptItem, 'sentences' | 'concept'>,
  student: ModelRef,
): GenerateCall {
  return generate(student, asUserMessage(studentPrompt(sentences, concept)), {
    maxNewTokens: MAX_NEW_TOKENS,
    stop: ['\n'],
    answerSpace: {
      kind: 'verdictWithIndices',
      yes: 'yes',
      no: 'no',
      maxIndex: sentences.length,
    },
  });
}

function* play(item: ConceptItem, roles: Roles): Play {
  const [reply] = yield* ask([verdictCall(item, roles.student)]);
  const answer = parseAnswer(reply.text, item.sentences.length);
  const judged =
    item.contrast === undefined ? yield* judgeAnswer(item, answer, roles.judge) : NOT_JUDGED;
  return scoreAnswer(item, reply.text, answer, judged);
}

/** Verification with evidence: does a note support a concept, and which sentences show it? */
export const verifyEvidence: Protocol<ConceptItem> = { ...verifyEvidenceInfo, play };
