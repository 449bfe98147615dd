import type { Random } from '../../../random.ts';
import type { Split } from '../wording.ts';
import { fillTemplate, type Sex } from './fillTemplate.ts';
import type { SentenceTemplate } from './sentenceTemplates.ts';
import { fillerTemplates } from './sentenceTemplates.ts';

/** Far more than a note of 60 sentences has ever needed. */
const MOST_DRAWS = 1000;

/** A filler sentence that the note does not hold yet, with its template. @throws RangeError when none is found. */
export function drawFiller(
  taken: ReadonlySet<string>,
  split: Split,
  random: Random,
  sex: Sex,
): { template: SentenceTemplate; text: string } {
  for (let draw = 0; draw < MOST_DRAWS; draw += 1) {
    const template = random.pick(fillerTemplates[split]);
    const text = fillTemplate(template.text, random, sex);
    if (!taken.has(text)) return { template, text };
  }
  throw new RangeError('The note holds every filler sentence there is.');
}

/** As many filler templates as asked: each once before any twice. */
export function drawFillerTemplates(
  count: number,
  split: Split,
  random: Random,
): SentenceTemplate[] {
  const drawn: SentenceTemplate[] = [];
  while (drawn.length < count) drawn.push(...random.shuffle(fillerTemplates[split]));
  return drawn.slice(0, count);
}

/** Fills the templates in order, no sentence twice: a filler that comes out as one before it is drawn anew. */
export function fillSentences(
  ordered: readonly SentenceTemplate[],
  split: Split,
  random: Random,
  sex: Sex,
): { sentences: string[]; templateIds: string[] } {
  const taken = new Set<string>();
  const templateIds: string[] = [];
  for (const template of ordered) {
    const text = fillTemplate(template.text, random, sex);
    const isRepeated = template.role === 'filler' && taken.has(text);
    const sentence = isRepeated ? drawFiller(taken, split, random, sex) : { template, text };
    taken.add(sentence.text);
    templateIds.push(sentence.template.id);
  }
  return { sentences: [...taken], templateIds };
}
