import type { Wording } from '../wording.ts';
import { conditionFrames } from './conditionFrames.ts';
import { criterionFrames } from './criterionFrames.ts';
import { CONDITIONS, LABS, MEDICINES, RELATIVES, type Register } from './lexicon.ts';
import { medicineFrames } from './medicineFrames.ts';
import { ageFrames, labFrames } from './numberFrames.ts';
import { STATUSES } from './statuses.ts';

/**
 * Works the answer out from an item's text alone, without the generator's bookkeeping: what frame a
 * sentence is of, what it says of which subject, and what the criterion asks of that subject.
 */

const escaped = (text: string) => text.replace(/[.*+?^$()|[\]\\{}/]/gu, String.raw`\$&`);
const oneOf = (words: readonly string[]) => `(?:${words.map(escaped).join('|')})`;

/** What a slot can hold in one register. */
function slotPattern(slot: string, register: Register): string {
  const names = MEDICINES.flatMap((medicine) => [...medicine.names, ...medicine.testNames]);
  switch (slot) {
    case 'c':
      return oneOf(CONDITIONS.map((term) => term[register]));
    case 'k':
      return oneOf(MEDICINES.map((term) => term[register]));
    case 'l':
      return oneOf(LABS.map((term) => term[register]));
    case 'r':
      return oneOf(RELATIVES.map((term) => term[register]));
    case 'u':
      return oneOf(LABS.map(({ unit }) => unit));
    case 'm':
      return oneOf(names);
    case 'x':
      return `(?:${oneOf(names)}|an? ${oneOf(MEDICINES.map(({ clinical }) => clinical))})`;
    default:
      return String.raw`\d+`;
  }
}

/** Frames as patterns, each made once: a test reads thousands of sentences. */
const patterns = new Map<string, RegExp>();

function patternOf(frame: string, register: Register): RegExp {
  const key = `${register} ${frame}`;
  const known = patterns.get(key);
  if (known !== undefined) return known;
  const source = frame
    .split(/(\{\w+\})/u)
    .map((part) => {
      const slot = /^\{(\w+)\}$/u.exec(part)?.[1];
      return slot === undefined ? escaped(part) : `(?<${slot}>${slotPattern(slot, register)})`;
    })
    .join('');
  // The first letter of a text is a capital, whatever it is in the frame.
  const pattern = new RegExp(`^${source}$`, 'iu');
  patterns.set(key, pattern);
  return pattern;
}

/** What fills a frame's slots in a text, or null where the text is not of that frame. */
function matchFrame(
  text: string,
  frame: string,
  register: Register,
): Record<string, string> | null {
  const match = patternOf(frame, register).exec(text);
  return match === null ? null : { ...match.groups };
}

/** The meanings among the given whose frames, of either split, can make the text. */
function meaningsOf<Meaning>(
  text: string,
  register: Register,
  table: readonly (readonly [Meaning, Wording])[],
): { meaning: Meaning; slots: Record<string, string> }[] {
  return table.flatMap(([meaning, wording]) => {
    for (const frame of [...wording.train, ...wording.test]) {
      const slots = matchFrame(text, frame, register);
      if (slots !== null) return [{ meaning, slots }];
    }
    return [];
  });
}

/** What a sentence says: of which subject (by clinical name), and how the patient stands to it. */
export interface Reading {
  subject: string;
  /** Yes or no for things, a number for ages and labs, null where the line is not the patient's present. */
  says: boolean | number | null;
}

type Frames = Readonly<Record<Register, Wording>>;
type SaysOf = true | false | 'number' | null;

function sentenceTable(register: Register): (readonly [[string, SaysOf], Wording])[] {
  const row = (subject: string, says: SaysOf, frames: Frames) =>
    [[subject, says] as [string, SaysOf], frames[register]] as const;
  return [
    row('condition', true, conditionFrames.has),
    row('condition', false, conditionFrames.denied),
    row('condition', false, conditionFrames.past),
    row('condition', null, conditionFrames.relativeHas),
    row('condition', null, conditionFrames.relativeNot),
    row('medicine', true, medicineFrames.takes),
    row('medicine', false, medicineFrames.stopped),
    row('medicine', false, medicineFrames.planned),
    row('medicine', false, medicineFrames.never),
    row('medicine', null, medicineFrames.relativeTakes),
    row('medicine', null, medicineFrames.relativeNot),
    row('age', 'number', ageFrames.own),
    row('age', null, ageFrames.relative),
    row('lab', 'number', labFrames.current),
    row('lab', null, labFrames.earlier),
    ...STATUSES.flatMap(({ clinical, holds, fails, relative }) => [
      row(clinical, true, holds),
      row(clinical, false, fails),
      row(clinical, null, relative),
    ]),
  ];
}

const SENTENCES = {
  clinical: sentenceTable('clinical'),
  patient: sentenceTable('patient'),
} satisfies Record<Register, unknown>;

/** The clinical name of what a slot holds in some register. */
function clinicalName(said: string): string {
  const terms = [...CONDITIONS, ...MEDICINES, ...LABS];
  const bare = said.replace(/^an? /u, '').toLowerCase();
  const found = terms.find(
    (term) => term.clinical.toLowerCase() === bare || term.patient.toLowerCase() === bare,
  );
  const byName = MEDICINES.find(({ names, testNames }) => [...names, ...testNames].includes(bare));
  return (found ?? byName)?.clinical ?? bare;
}

/** @throws RangeError unless the sentence can be read in exactly one way. */
export function readSentence(text: string, register: Register): Reading {
  const readings = meaningsOf(text, register, SENTENCES[register]);
  const [reading, second] = readings;
  if (reading === undefined || second !== undefined)
    throw new RangeError(`“${text}” has ${String(readings.length)} readings.`);
  const { slots, meaning } = reading;
  const named = slots.c ?? slots.k ?? slots.l;
  const number = Number(slots.a ?? slots.v);
  return {
    subject: named === undefined ? meaning[0] : clinicalName(named),
    says: meaning[1] === 'number' ? number : meaning[1],
  };
}

const CRITERIA: readonly (readonly [string, Wording])[] = [
  ...Object.entries(criterionFrames),
  ...STATUSES.flatMap(({ clinical, asksFor, asksAgainst }) => [
    [`for ${clinical}`, asksFor] as const,
    [`against ${clinical}`, asksAgainst] as const,
  ]),
];

/** What a criterion asks: of which subject, and which readings of it meet the criterion. */
export interface Asked {
  subject: string;
  isMetBy(says: boolean | number): boolean;
}

/** @throws RangeError unless the criterion can be read in exactly one way. */
export function readCriterion(text: string): Asked {
  const readings = meaningsOf(text, 'clinical', CRITERIA);
  const [reading, second] = readings;
  if (reading === undefined || second !== undefined)
    throw new RangeError(`“${text}” has ${String(readings.length)} readings.`);
  const { meaning, slots } = reading;
  const subject = clinicalName(slots.c ?? slots.x ?? slots.l ?? '');
  const [a, b, t] = [Number(slots.a), Number(slots.b), Number(slots.t)];
  switch (meaning) {
    case 'has':
    case 'takes':
      return { subject, isMetBy: (says) => says === true };
    case 'hasNot':
    case 'takesNot':
      return { subject, isMetBy: (says) => says === false };
    case 'ageBetween':
      return { subject: 'age', isMetBy: (says) => Number(says) >= a && Number(says) <= b };
    case 'ageAbove':
      return { subject: 'age', isMetBy: (says) => Number(says) > a };
    case 'ageBelow':
      return { subject: 'age', isMetBy: (says) => Number(says) < a };
    case 'labAbove':
      return { subject, isMetBy: (says) => Number(says) > t };
    case 'labBelow':
      return { subject, isMetBy: (says) => Number(says) < t };
    default: {
      const [word = '', ...rest] = meaning.split(' ');
      return { subject: rest.join(' '), isMetBy: (says) => says === (word === 'for') };
    }
  }
}

/** The right answer from sentences and criterion; `label` is null where the deciding lines disagree or are none. */
export function readGold(
  sentences: readonly string[],
  register: Register,
  criterion: string,
): { label: boolean | null; evidence: number[] } {
  const asked = readCriterion(criterion);
  const verdicts = new Set<boolean>();
  const evidence: number[] = [];
  sentences.forEach((sentence, index) => {
    const { subject, says } = readSentence(sentence, register);
    if (subject !== asked.subject || says === null) return;
    evidence.push(index + 1);
    verdicts.add(asked.isMetBy(says));
  });
  const [only] = verdicts;
  return { label: verdicts.size === 1 ? (only ?? null) : null, evidence };
}
