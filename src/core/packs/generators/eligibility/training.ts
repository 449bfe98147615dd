import { subjectClass } from '../../../models/zoo/conceptHead.ts';
import type { Question, QuestionGroup } from '../../../models/zoo/questionGroup.ts';
import { eligibilityPrompt, eligibilityReply } from '../../../protocols/eligibility/prompt.ts';
import type { Random } from '../../../random.ts';
import { askCriterion } from './askCriterion.ts';
import { drawAge, drawPatient } from './drawPatient.ts';
import { REGISTERS } from './lexicon.ts';
import { evidenceOf, type Fact } from './patient.ts';
import { partAsked, partSaid } from './subjects.ts';
import { tellPatient } from './tellPatient.ts';

/** How often a fact is asked about a second time, so that the other verdict is right. */
const BOTH_SHARE = 0.5;

/**
 * A training patient, told in one register, with a criterion or two on each fact. Frames of
 * sentences and criteria are the training ones, and no medicine has a name that is kept for the test.
 */
export function drawTraining(random: Random): QuestionGroup {
  const patient = drawPatient(random, drawAge(random, [18, 90]), null);
  const sentences = tellPatient(patient, random.pick(REGISTERS), 'train', random);
  const askOne = (fact: Fact, label: boolean): Question => {
    const by = random.pick(['name', 'class'] as const);
    const criterion = askCriterion(fact, label, by, 'train', random);
    const evidence = evidenceOf(patient, fact);
    return {
      suffix: eligibilityPrompt(sentences, criterion).suffix,
      reply: eligibilityReply(label, evidence),
      conceptClass: subjectClass(partAsked(fact, label)),
      restsOn: [evidence, ...evidence.map((number) => [number])],
    };
  };
  const questions = patient.facts.flatMap((fact) => {
    const label = random.chance(0.5);
    const first = askOne(fact, label);
    return random.chance(BOTH_SHARE) ? [first, askOne(fact, !label)] : [first];
  });
  return {
    prefix: eligibilityPrompt(sentences, '').prefix,
    sentenceClasses: patient.lines.map((line) => subjectClass(partSaid(line))),
    questions: random.shuffle(questions),
  };
}
