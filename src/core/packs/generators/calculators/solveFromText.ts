/** Looks a quantity up by its name in a case. */
type Get = (name: string) => number;

/** Every calculator's formula as a textbook has it, apart from the steps that cases are told by. */
const FORMULAS: Readonly<Record<string, (get: Get) => number>> = {
  'pulse-pressure': (get) => get('top pressure') - get('low pressure'),
  'fluid-balance': (get) => get('fluid in') - get('fluid out'),
  'coma-score': (get) => get('eye score') + get('voice score') + get('limb score'),
  'pack-years': (get) => get('number of packs a day') * get('number of years smoked'),
  'weight-dose': (get) => get('dose for each kg') * get('weight'),
  'infusion-rate': (get) => get('volume') / get('number of hours'),
  'weeks-left': (get) => 40 - get('time so far'),
  'top-heart-rate': (get) => 220 - get('age'),
  'counted-pulse': (get) => (get('count in 15 seconds') * 60) / 15,
  'days-of-supply': (get) => get('number of tablets in the box') / get('number of tablets a day'),
  'anion-gap': (get) => get('sodium') - get('chloride') - get('bicarbonate'),
  'mean-pressure': (get) => (get('top pressure') + 2 * get('low pressure')) / 3,
  'split-dose': (get) => (get('dose for each kg') * get('weight')) / get('number of doses'),
  'drop-rate': (get) => (get('volume') * get('number of drops in a ml')) / get('number of minutes'),
  'child-fluid': (get) => 20 + 2 * get('weight'),
  'full-balance': (get) => get('drink') + get('drip') - get('fluid out'),
  osmolality: (get) => 2 * get('sodium') + get('glucose') + get('urea'),
  'body-mass-index': (get) => get('weight') / get('height') ** 2,
  'corrected-calcium': (get) => get('calcium') + 0.8 - 0.02 * get('albumin'),
  celsius: (get) => ((get('reading') - 32) * 5) / 9,
  'dose-volume': (get) => get('dose') / get('strength of a ml'),
  'shock-index': (get) => get('heart rate') / get('top pressure'),
  'mean-glucose': (get) => 1.59 * get('sugar test') - 2.59,
};

function escaped(text: string): string {
  return text.replace(/[.*+?^$()|[\]\\{}/]/gu, '\\$&');
}

/** The number told of a quantity, in any of the wordings of either split. */
function lookUp(text: string, name: string): number {
  const number = '(\\d+(?:\\.\\d+)?)';
  const named = `the ${escaped(name)}`;
  const patterns = [
    `${named}(?: (?:for|of) [A-Z][a-z]+)? is ${number}(?= [a-z]|\\.(?: |$))`,
    `has ${number}[^.,]*? for ${named}\\.`,
    `(?:^|[.,] )${number}[^.,]*? is ${named}\\.`,
  ];
  for (const pattern of patterns) {
    const found = new RegExp(pattern, 'iu').exec(text)?.[1];
    if (found !== undefined) return Number(found);
  }
  throw new RangeError(`“${name}” is not told: ${text}`);
}

const FINDING = /fever|cough|pain|rash|thirst|swelling|weakness|bleeding/giu;

/** Points of the findings that are there; a rule is a sentence with the word point. */
function scoreOf(text: string): number {
  const points = new Map<string, number>();
  const found: string[] = [];
  for (const sentence of text.match(/[^.]+\./gu) ?? []) {
    const named = [...sentence.matchAll(FINDING)].map(([word]) => word.toLowerCase());
    const worth = /(\d) points?/u.exec(sentence)?.[1];
    if (worth === undefined) found.push(...named);
    else for (const word of named) points.set(word, Number(worth));
  }
  return found.reduce((sum, word) => sum + (points.get(word) ?? NaN), 0);
}

/**
 * Works out the answer from the numbers in the text and a formula of its own, unrounded. For tests.
 *
 * @throws RangeError for an unknown calculator or a quantity that is not told.
 */
export function solveFromText(calculator: string, text: string): number {
  if (calculator.endsWith('-score') && calculator !== 'coma-score') return scoreOf(text);
  const formula = FORMULAS[calculator];
  if (formula === undefined) throw new RangeError(`The calculator ${calculator} is unknown.`);
  return formula((name) => lookUp(text, name));
}
