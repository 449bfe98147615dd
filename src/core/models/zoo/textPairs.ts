import { ACT_TYPES, actRules, isCriterionType } from '../../packs/generators/consults/acts.ts';
import { writeCriterion, writeSentences } from '../../packs/generators/consults/writeAnswer.ts';
import { conceptEntries } from '../../packs/generators/dischargeNotes/catalogue.ts';
import { fillTemplate } from '../../packs/generators/dischargeNotes/fillTemplate.ts';
import { templatesByCode } from '../../packs/generators/dischargeNotes/sentenceTemplates.ts';
import type { Split } from '../../packs/generators/wording.ts';
import type { Random } from '../../random.ts';

/** Two texts that mean the same. Pairs of one key mean the same as one another, too. */
export interface TextPair {
  readonly key: string;
  readonly texts: readonly [string, string];
}

/** A criterion with another wording of it, or with a sentence that meets it. */
function drawActPair(split: Split, random: Random): TextPair {
  const type = random.pick(ACT_TYPES.filter(isCriterionType));
  const act = { type, content: random.pick(actRules[type].pool) };
  const criterion = writeCriterion(act, split, random);
  const [sentence = ''] = writeSentences([act], split, random);
  const other = random.chance(0.5) ? sentence : writeCriterion(act, split, random);
  return { key: `${type} ${act.content}`, texts: [criterion, other] };
}

/** A concept's name with a sentence that shows it, or two such sentences. */
function drawConceptPair(split: Split, random: Random): TextPair {
  const { code, name } = random.pick(conceptEntries);
  const templates = templatesByCode[split].get(code);
  if (templates === undefined) throw new RangeError(`No concept has the code ${code}.`);
  const sex = random.pick(['female', 'male'] as const);
  const write = () =>
    fillTemplate(random.pick([...templates.mentions, ...templates.clues]).text, random, sex);
  return { key: code, texts: [random.chance(0.5) ? name : write(), write()] };
}

/** Pairs of different keys, in the wordings of a split. */
export function drawPairs(count: number, split: Split, random: Random): TextPair[] {
  const pairs = new Map<string, TextPair>();
  while (pairs.size < count) {
    const pair = random.chance(0.6) ? drawActPair(split, random) : drawConceptPair(split, random);
    if (!pairs.has(pair.key)) pairs.set(pair.key, pair);
  }
  return [...pairs.values()];
}
