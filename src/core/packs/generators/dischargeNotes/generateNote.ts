import type { Random } from '../../../random.ts';
import type { Concept } from '../../concept.ts';
import type { Split } from '../wording.ts';
import { conceptGroups } from './catalogue.ts';
import { drawFillerTemplates, fillSentences } from './fillNote.ts';
import type { ConceptPair, GeneratedNote, Stratum } from './generatedNote.ts';
import { LONGEST_NOTE, SHORTEST_NOTE } from './noteLengths.ts';
import type { ConceptTemplates, SentenceTemplate } from './sentenceTemplates.ts';
import { templatesByCode } from './sentenceTemplates.ts';

export interface NoteOptions {
  /** At most this many pairs, half of them supported (rounded down). Default 8. */
  pairs?: number;
  /** How many concepts the patient has, 2 to 4; fewer where the note is too short. Default: drawn, 3.1 on average. */
  presentConcepts?: number;
  /** Whose sentences the note is made of. Default `train`. */
  wording?: Split;
  /** Length in sentences, 3 to 60. Default: 5 to 12, as the concepts need. */
  sentences?: number;
}

const MIN_SENTENCES = 5;
const MAX_SENTENCES = 12;

interface Present {
  templates: ConceptTemplates;
  stratum: Stratum;
  shown: SentenceTemplate[];
  joint: boolean;
}

function groupOf(code: string): string {
  const group = conceptGroups.find(({ concepts }) => concepts.some((entry) => entry.code === code));
  if (group === undefined) throw new RangeError(`No concept has the code ${code}.`);
  return group.id;
}

function templatesFor(code: string, split: Split): ConceptTemplates {
  const templates = templatesByCode[split].get(code);
  if (templates === undefined) throw new RangeError(`No concept has the code ${code}.`);
  return templates;
}

/** Codes of the other concepts of a concept's group. */
export function siblingsOf(code: string): string[] {
  const id = groupOf(code);
  return conceptGroups
    .filter((group) => group.id === id)
    .flatMap((group) => group.concepts.map((entry) => entry.code))
    .filter((other) => other !== code);
}

function showHardPositive(templates: ConceptTemplates, random: Random): SentenceTemplate[] {
  const draw = random.next();
  if (draw < 0.25) return [random.pick(templates.rareMentions)];
  if (draw < 0.65) return [random.pick(templates.rareClues)];
  return [...random.pick(templates.jointClues)];
}

function drawPresent(code: string, split: Split, random: Random): Present {
  const templates = templatesFor(code, split);
  const stratum = random.pick(['explicit', 'implicit', 'hard_positive'] as const);
  if (stratum === 'hard_positive') {
    const shown = showHardPositive(templates, random);
    return { templates, stratum, shown, joint: shown.length === 2 };
  }
  const pool = stratum === 'explicit' ? templates.mentions : templates.clues;
  return { templates, stratum, shown: [random.pick(pool)], joint: false };
}

/** Some concepts that are named or implied are shown by one or two further clues, where there is room. */
function addFurtherClues(present: readonly Present[], room: number, random: Random): void {
  let left = room;
  for (const one of present) {
    if (one.stratum === 'hard_positive') continue;
    const unused = random.shuffle(one.templates.clues.filter((clue) => !one.shown.includes(clue)));
    for (const clue of unused.slice(0, 2)) {
      if (left <= 0 || !random.chance(0.35)) break;
      one.shown.push(clue);
      left -= 1;
    }
  }
}

function drawTrap(
  code: string,
  isPresent: boolean,
  split: Split,
  random: Random,
): SentenceTemplate {
  const templates = templatesFor(code, split);
  if (random.chance(0.15)) return random.pick(templates.otherPersonClues);
  // "Ruled out" would contradict a concept that is present; someone else's disease does not.
  const kinds = templates.namedTraps.filter(
    ({ kind }) => !isPresent || kind === 'family' || kind === 'otherPatient',
  );
  return random.pick(random.pick(kinds).templates);
}

/** One to three traps, at most `most`, each about another concept; the first is never about a present concept. */
function drawTraps(
  present: readonly string[],
  most: number,
  split: Split,
  random: Random,
): SentenceTemplate[] {
  const count = Math.min(most, random.pick([1, 2, 2, 3]));
  const siblings = present.flatMap(siblingsOf);
  const untouched = conceptGroups
    .filter((group) => !group.concepts.some((entry) => present.includes(entry.code)))
    .flatMap((group) => group.concepts.map((entry) => entry.code));
  const codes = new Set<string>();
  while (codes.size < count) {
    const draw = random.next();
    const pool = draw < 0.5 ? siblings : draw < 0.85 || codes.size === 0 ? untouched : present;
    codes.add(random.pick(pool));
  }
  return [...codes].map((code) => drawTrap(code, present.includes(code), split, random));
}

/** Shuffles the sentences, keeping the first half of a joint clue before the second. */
function orderSentences(templates: readonly SentenceTemplate[], random: Random) {
  const ordered = random.shuffle(templates);
  for (const first of templates.filter(({ role }) => role === 'jointFirst')) {
    const second = ordered.find(({ role, code }) => role === 'jointSecond' && code === first.code);
    if (second === undefined) continue;
    const [a, b] = [ordered.indexOf(first), ordered.indexOf(second)];
    if (a > b) {
      ordered[a] = second;
      ordered[b] = first;
    }
  }
  return ordered;
}

function plainConcept({ code, name }: Concept): Concept {
  return { code, name };
}

const conceptByCode = new Map(
  conceptGroups.flatMap(({ concepts }) => concepts.map((entry) => [entry.code, entry] as const)),
);

/** Unsupported pairs: half confusable (a trap's concept, or a sibling of a concept in the note), half random. */
function drawNegatives(
  count: number,
  present: readonly string[],
  trapped: readonly string[],
  random: Random,
): ConceptPair[] {
  const absentTraps = random.shuffle(trapped.filter((code) => !present.includes(code)));
  const touched = new Set([...present, ...trapped]);
  const siblings = random.shuffle(
    [...new Set([...touched].flatMap(siblingsOf))].filter((code) => !touched.has(code)),
  );
  const touchedGroups = new Set([...touched].map(groupOf));
  const unrelated = random.shuffle(
    conceptGroups
      .filter(({ id }) => !touchedGroups.has(id))
      .flatMap(({ concepts }) => concepts.map(({ code }) => code)),
  );
  const confusable = random.chance(0.5) ? Math.floor(count / 2) : Math.ceil(count / 2);
  return Array.from({ length: count }, (_, index) => {
    const isConfusable = index < confusable;
    // Three in four confusable negatives are asked about a trap, so that about as many negatives as
    // positives are named in their note: the name alone does not give the label away.
    const pools = random.chance(0.75) ? [absentTraps, siblings] : [siblings, absentTraps];
    const code = isConfusable ? (pools[0]?.pop() ?? pools[1]?.pop()) : unrelated.pop();
    const entry = code === undefined ? undefined : conceptByCode.get(code);
    if (entry === undefined) throw new RangeError(`A note has no ${String(count)} negatives.`);
    return {
      concept: plainConcept(entry),
      supported: false,
      stratum: isConfusable ? 'confusable_neg' : 'random_neg',
      evidence: [],
      jointEvidence: false,
    };
  });
}

/** How many concepts the patient has, where the note has room to show each twice. */
function presentCount({ presentConcepts, sentences }: NoteOptions, random: Random): number {
  const wanted = presentConcepts ?? random.pick([2, 2, 3, 3, 3, 4, 4, 4]);
  if (!Number.isInteger(wanted) || wanted < 2 || wanted > 4) {
    throw new RangeError(`presentConcepts must be 2, 3 or 4, not ${String(wanted)}.`);
  }
  if (sentences === undefined) return wanted;
  if (!Number.isInteger(sentences) || sentences < SHORTEST_NOTE || sentences > LONGEST_NOTE) {
    throw new RangeError(`A note has 3 to 60 sentences, not ${String(sentences)}.`);
  }
  return Math.min(wanted, Math.floor((sentences - 1) / 2));
}

/** A length drawn for a note with so many sentences that say something of a concept. */
function drawOwnLength(spoken: number, random: Random): number {
  const fewest = Math.min(MAX_SENTENCES, Math.max(MIN_SENTENCES, spoken + 1));
  return fewest + random.int(Math.min(4, MAX_SENTENCES - fewest + 1));
}

/**
 * Writes one discharge note and the pairs asked of it. The labels follow from the templates chosen;
 * nothing is judged.
 *
 * @throws RangeError when the options ask for what a note cannot hold.
 */
export function generateNote(random: Random, options: NoteOptions = {}): GeneratedNote {
  const wanted = presentCount(options, random);
  const split = options.wording ?? 'train';
  const sex = random.pick(['female', 'male'] as const);
  const present = random
    .shuffle(conceptGroups)
    .slice(0, wanted)
    .map((group) => drawPresent(random.pick(group.concepts).code, split, random));
  const presentCodes = present.map(({ templates }) => templates.entry.code);
  const shownCount = present.reduce((sum, { shown }) => sum + shown.length, 0);
  // However long a note is asked for, no more of it is about concepts than in a note of its own length. One place is kept
  // for a filler where there is one, so that a note is not all signal.
  const room = Math.min(MAX_SENTENCES, options.sentences ?? MAX_SENTENCES) - 1;
  const traps = drawTraps(presentCodes, Math.max(1, room - shownCount), split, random);
  addFurtherClues(present, room - shownCount - traps.length, random);
  const spoken = [...present.flatMap(({ shown }) => shown), ...traps];
  const length = options.sentences ?? drawOwnLength(spoken.length, random);
  const filling = drawFillerTemplates(length - spoken.length, split, random);
  const ordered = orderSentences([...spoken, ...filling], random);

  const pairLimit = Math.min(Math.floor((options.pairs ?? 8) / 2), present.length);
  const asked = random.shuffle(present).slice(0, pairLimit);
  const positives = asked.map(({ templates, stratum, shown, joint }): ConceptPair => ({
    concept: plainConcept(templates.entry),
    supported: true,
    stratum,
    evidence: shown.map((template) => ordered.indexOf(template) + 1).sort((a, b) => a - b),
    jointEvidence: joint,
  }));
  const trapped = traps.flatMap(({ code }) => (code === null ? [] : [code]));
  const negatives = drawNegatives(positives.length, presentCodes, trapped, random);
  return {
    ...fillSentences(ordered, split, random, sex),
    sex,
    pairs: random.shuffle([...positives, ...negatives]),
  };
}
