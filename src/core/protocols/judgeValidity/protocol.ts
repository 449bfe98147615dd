import { choose } from '../../calls/build.ts';
import type { ConsultItem } from '../../packs/consultRubrics.ts';
import { criterionVerdict } from '../criterionVerdict.ts';
import type { CriterionVerdict } from '../itemScore.ts';
import { ask, type Play, type Protocol, type Roles } from '../protocol.ts';
import { RUBRIC_LABELS, rubricPrompt } from '../weightedRubric/prompt.ts';
import { sumMarks, type Mark } from './mark.ts';
import { judgeValidityInfo } from './info.ts';

const REFERENCES = ['good', 'flawed'] as const;

/** One criterion to be marked on one reference answer. */
interface Question {
  reference: (typeof REFERENCES)[number];
  criterion: ConsultItem['criteria'][number];
  gold: boolean;
}

function questionsOf({ criteria, references }: ConsultItem): Question[] {
  return REFERENCES.flatMap((reference) =>
    criteria.map((criterion) => ({
      reference,
      criterion,
      gold: references[reference].met.includes(criterion.id),
    })),
  );
}

function isAgreed({ verdict, gold }: Pick<Mark, 'verdict' | 'gold'>): boolean {
  return verdict === (gold ? 'met' : 'not-met');
}

/** `good answer: 5 of 6 marks as the authors’ · flawed answer: 4 of 6` */
function sayAgreement(marked: readonly (Question & { verdict: CriterionVerdict })[]): string {
  return REFERENCES.map((wanted) => {
    const own = marked.filter(({ reference }) => reference === wanted);
    const agreed = own.filter(({ gold, verdict }) => isAgreed({ gold, verdict: verdict.verdict }));
    return `${wanted} answer: ${String(agreed.length)} of ${String(own.length)} marks as the authors’`;
  }).join(' · ');
}

function* play(item: ConsultItem, roles: Roles): Play {
  const questions = questionsOf(item);
  const replies = yield* ask(
    questions.map(({ reference, criterion }) => {
      const answer = item.references[reference].text;
      const { prefix, suffix } = rubricPrompt(item.messages, answer, criterion.text);
      return choose(roles.judge, [{ role: 'user', content: prefix + suffix }], RUBRIC_LABELS);
    }),
  );
  const marked = questions.flatMap((question, index) => {
    const reply = replies[index];
    if (reply === undefined) return [];
    const { reference, criterion, gold } = question;
    const verdict = criterionVerdict(reply, 0, {
      ...criterion,
      id: `${reference}:${criterion.id}`,
      text: `${criterion.text} (${reference} answer; authors: ${gold ? 'met' : 'not met'})`,
    });
    return [{ ...question, verdict }];
  });
  const criteria = marked.map(({ verdict }) => verdict);
  return {
    values: {
      ...sumMarks(
        marked.map(({ criterion, gold, verdict }) => ({
          axis: criterion.axis,
          isSafety: criterion.safety === true,
          gold,
          verdict: verdict.verdict,
          probability: verdict.probability,
        })),
      ),
      criteria: criteria.length,
      unscored: criteria.filter(({ verdict }) => verdict === 'unscored').length,
      unreadable: 0,
    },
    detail: { answer: sayAgreement(marked), readable: true, criteria, evidence: null },
  };
}

/** Judge validity: do the judge's marks of the reference answers agree with the authors'? */
export const judgeValidity: Protocol<ConsultItem> = { ...judgeValidityInfo, play };
