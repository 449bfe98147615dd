import { describe, expect, it } from 'vitest';
import { generateNote } from '../../packs/generators/dischargeNotes/generateNote.ts';
import { templatesById } from '../../packs/generators/dischargeNotes/sentenceTemplates.ts';
import { createRandom } from '../../random.ts';
import { excerpt, sentencesAbout } from './excerpt.ts';

const SUPPORTING = new Set(['mention', 'rareMention', 'clue', 'rareClue']);

/** Evidence of a concept from the templates alone, without the generator's labels. */
function evidenceFromTemplates(code: string, templateIds: readonly string[]): number[] {
  const about = templateIds.flatMap((id, index) => {
    const template = templatesById.get(id);
    return template?.code === code ? [{ number: index + 1, role: template.role }] : [];
  });
  const single = about.filter(({ role }) => SUPPORTING.has(role)).map(({ number }) => number);
  const joint = about.filter(({ role }) => role === 'jointFirst' || role === 'jointSecond');
  return joint.length === 2
    ? [...single, ...joint.map(({ number }) => number)].sort((a, b) => a - b)
    : single;
}

describe('excerpt', () => {
  it('labels every pair by what the chosen sentences show, as their templates say', () => {
    const random = createRandom('excerpt test');
    const seen = { supported: 0, halfShown: 0, named: 0 };
    for (let i = 0; i < 300; i++) {
      const note = generateNote(random, { pairs: 8 });
      const all = note.sentences.map((_, index) => index + 1);
      const chosen = new Set(random.shuffle(all).slice(0, 1 + random.int(5)));
      const short = excerpt(note, chosen, random);
      expect(short.sentences).toEqual(note.sentences.filter((_, index) => chosen.has(index + 1)));
      for (const pair of short.pairs) {
        const { code } = pair.concept;
        const evidence = evidenceFromTemplates(code, short.templateIds);
        expect(pair.evidence).toEqual(evidence);
        expect(pair.supported).toBe(evidence.length > 0);
        if (pair.supported) seen.supported++;
        else if (sentencesAbout(code, short.templateIds).length > 0) {
          const isHalf = note.pairs.some(
            (whole) => whole.concept.code === code && whole.jointEvidence,
          );
          seen[isHalf ? 'halfShown' : 'named']++;
        }
      }
    }
    // The cases that matter all occur.
    expect(seen.supported).toBeGreaterThan(100);
    expect(seen.halfShown).toBeGreaterThan(10);
    expect(seen.named).toBeGreaterThan(50);
  });

  it('asks as often of what is shown as of what is not, and at least once of the latter', () => {
    const random = createRandom('excerpt balance');
    for (let i = 0; i < 100; i++) {
      const note = generateNote(random, { pairs: 8 });
      const { pairs } = excerpt(note, new Set([1 + random.int(note.sentences.length)]), random);
      const shown = pairs.filter((pair) => pair.supported).length;
      expect(pairs.length - shown).toBe(Math.max(1, shown));
    }
  });
});
