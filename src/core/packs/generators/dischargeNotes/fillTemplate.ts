import type { Random } from '../../../random.ts';

/** Whose note it is: chooses the pronouns. */
export type Sex = 'female' | 'male';

const PRONOUNS: Record<Sex, Readonly<Record<string, string>>> = {
  female: { he: 'she', He: 'She', his: 'her', His: 'Her', him: 'her' },
  male: { he: 'he', He: 'He', his: 'his', His: 'His', him: 'him' },
};
const SIDES = ['left', 'right'];
const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const SLOT = /\{([^{}]+)\}/g;
const RANGE = /^(\d+(?:\.\d+)?)\.\.(\d+(?:\.\d+)?)$/;

export function capitalise(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** What a slot can hold, or null when the slot is a range of numbers. */
function slotChoices(slot: string): string[] | null {
  if (slot === 'side') return SIDES;
  if (slot === 'Side') return SIDES.map(capitalise);
  if (slot === 'day') return DAYS;
  if (slot.includes('|')) return slot.split('|');
  if (RANGE.test(slot)) return null;
  throw new RangeError(`The template slot {${slot}} is unknown.`);
}

function drawNumber(slot: string, random: Random): string {
  const [, low = '', high = ''] = RANGE.exec(slot) ?? [];
  const decimals = (low.split('.')[1] ?? '').length;
  const scale = 10 ** decimals;
  const first = Math.round(Number(low) * scale);
  const last = Math.round(Number(high) * scale);
  return ((first + random.int(last - first + 1)) / scale).toFixed(decimals);
}

/**
 * Fills the slots of a sentence template: `{He} {he} {His} {his} {him}` pronouns, `{side} {Side}`,
 * `{day}`, `{a|b|c}` one of these, `{5.8..6.9}` a number in the range with as many decimals as the
 * lower end.
 *
 * @throws RangeError for a slot that is none of these.
 */
export function fillTemplate(template: string, random: Random, sex: Sex): string {
  return template.replace(SLOT, (_, slot: string) => {
    const pronoun = PRONOUNS[sex][slot];
    if (pronoun !== undefined) return pronoun;
    const choices = slotChoices(slot);
    return choices === null ? drawNumber(slot, random) : random.pick(choices);
  });
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^$()|[\]\\{}/]/g, '\\$&');
}

/** The pattern that every filling of the template matches, from its start to its end. */
export function templatePattern(template: string): RegExp {
  let pattern = '';
  let end = 0;
  for (const match of template.matchAll(SLOT)) {
    const slot = match[1] ?? '';
    pattern += escapePattern(template.slice(end, match.index));
    end = match.index + match[0].length;
    const female = PRONOUNS.female[slot];
    const male = PRONOUNS.male[slot];
    const choices = female !== undefined && male !== undefined ? [female, male] : slotChoices(slot);
    pattern +=
      choices === null ? '\\d+(?:\\.\\d+)?' : `(?:${choices.map(escapePattern).join('|')})`;
  }
  return new RegExp(`^${pattern}${escapePattern(template.slice(end))}$`);
}
