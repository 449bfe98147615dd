import { describe, expect, it } from 'vitest';
import { eligibilityPrompt, eligibilityReply } from '../../../protocols/eligibility/prompt.ts';
import { createRandom } from '../../../random.ts';
import { parseEligibilityItem } from '../../trialEligibility.ts';
import type { Wording } from '../wording.ts';
import { conditionFrames } from './conditionFrames.ts';
import { criterionFrames } from './criterionFrames.ts';
import { CONDITIONS, doClash, LABS, MEDICINES, REGISTERS } from './lexicon.ts';
import { medicineFrames } from './medicineFrames.ts';
import { ageFrames, labFrames } from './numberFrames.ts';
import { readCriterion, readGold, readSentence } from './readBack.ts';
import { STATUSES } from './statuses.ts';
import { ELIGIBILITY_STRATA } from './strata.ts';
import { buildTestItems } from './testItems.ts';
import { drawTraining } from './training.ts';

const items = buildTestItems();
const TEST_NAMES = MEDICINES.flatMap(({ testNames }) => testNames);

const groups = (() => {
  const random = createRandom('eligibility test of training');
  return Array.from({ length: 250 }, () => drawTraining(random));
})();
/** Sentences of a training group, from its prompt. */
function sentencesOf(prefix: string): string[] {
  return prefix
    .split('\n')
    .slice(2, -1)
    .map((line) => line.replace(/^\d+ /u, ''));
}
function criterionOf(suffix: string): string {
  return /^Criterion: (.+)\nAnswer:$/u.exec(suffix)?.[1] ?? '';
}

const sentenceFrames = [
  ...[conditionFrames, medicineFrames, ageFrames, labFrames].flatMap((set) => Object.values(set)),
  ...STATUSES.flatMap(({ holds, fails, relative }) => [holds, fails, relative]),
];
const wordings: Record<string, Wording[]> = {
  clinical: sentenceFrames.map(({ clinical }) => clinical),
  patient: sentenceFrames.map(({ patient }) => patient),
  criterion: [
    ...Object.values(criterionFrames),
    ...STATUSES.flatMap(({ asksFor, asksAgainst }) => [asksFor, asksAgainst]),
  ],
};

describe('the frames', () => {
  const bare = (frame: string) => frame.toLowerCase().replace(/\{\w+\}/gu, '_');

  it.each(Object.keys(wordings))('shares no frame between training and test: %s', (name) => {
    const train = new Set((wordings[name] ?? []).flatMap((wording) => wording.train.map(bare)));
    const test = (wordings[name] ?? []).flatMap((wording) => wording.test.map(bare));
    expect(test.length).toBeGreaterThan(20);
    expect(test.filter((frame) => train.has(frame))).toEqual([]);
  });

  it.each(Object.keys(wordings))('uses in test only words of training: %s', (name) => {
    const wordsIn = (frames: readonly string[]) =>
      frames.flatMap((frame) => bare(frame).match(/[a-z-]+/gu) ?? []);
    const known = new Set((wordings[name] ?? []).flatMap(({ train }) => wordsIn(train)));
    const unknown = (wordings[name] ?? []).flatMap(({ test }) => wordsIn(test));
    expect([...new Set(unknown.filter((word) => !known.has(word)))]).toEqual([]);
  });

  it('says each thing once', () => {
    for (const list of Object.values(wordings)) {
      const frames = list.flatMap(({ train, test }) => [...train, ...test]).map(bare);
      expect(frames.filter((frame, index) => frames.indexOf(frame) !== index)).toEqual([]);
    }
  });

  it('keeps words apart: no name is another’s, in either register', () => {
    for (const register of REGISTERS) {
      const names = [...CONDITIONS, ...MEDICINES, ...LABS].map((term) => term[register]);
      expect(new Set(names).size).toBe(25 + 10 + 5);
    }
    expect(doClash('insomnia', 'hypnotic')).toBe(true);
    expect(doClash('insomnia', 'insomnia')).toBe(false);
    expect(doClash('insomnia', 'statin')).toBe(false);
  });
});

describe('reading back', () => {
  it.each([
    ['Epilepsy in the past, no longer present.', 'clinical', 'epilepsy', false],
    ['My mum suffers from fits.', 'patient', 'epilepsy', null],
    ['I have my daily blood thinner warfarin.', 'patient', 'anticoagulant', true],
    ['The latest eGFR was 51 ml/min.', 'clinical', 'eGFR', 51],
    ['Earlier the eGFR was 51 ml/min.', 'clinical', 'eGFR', null],
    ['I do not smoke and never have.', 'patient', 'smoking', false],
  ] as const)('reads “%s”', (text, register, subject, says) => {
    expect(readSentence(text, register)).toEqual({ subject, says });
  });

  it('refuses what no frame says', () => {
    expect(() => readSentence('I like cheese.', 'patient')).toThrow('0 readings');
    expect(() => readCriterion('Likes cheese.')).toThrow('0 readings');
  });

  it('finds the gold of a small patient', () => {
    const sentences = ['Age 54 years.', 'The son is 30 years old.'];
    const gold = (criterion: string) => readGold(sentences, 'clinical', criterion);
    expect(gold('Age from 50 to 60 years.')).toEqual({ label: true, evidence: [1] });
    expect(gold('Age below 40 years.')).toEqual({ label: false, evidence: [1] });
    expect(gold('Currently takes a statin.')).toEqual({ label: null, evidence: [] });
  });
});

describe('the test items', () => {
  it('follow from their text alone', () => {
    for (const item of items) {
      const gold = readGold(item.sentences, item.register, item.criterion);
      expect({ id: item.id, ...gold }).toEqual({
        id: item.id,
        label: item.label,
        evidence: item.evidence,
      });
    }
  });

  it('pass the schema, with 4 to 8 sentences and short prompts', () => {
    let words = 0;
    for (const item of items) {
      const parsed = parseEligibilityItem(JSON.stringify(item), 1);
      expect(parsed, item.id).toEqual({ ok: true, value: item });
      expect(item.sentences.length).toBeGreaterThanOrEqual(4);
      expect(item.sentences.length).toBeLessThanOrEqual(8);
      expect(new Set(item.sentences).size).toBe(item.sentences.length);
      const { prefix, suffix } = eligibilityPrompt(item.sentences, item.criterion);
      words += (prefix + suffix).split(/\s+/u).length;
    }
    console.warn(`mean prompt length: ${(words / items.length).toFixed(1)} words`);
    expect(words / items.length).toBeLessThan(90);
  });

  it('are 300 pairs that differ in the telling alone', () => {
    expect(items).toHaveLength(600);
    for (let at = 0; at < items.length; at += 2) {
      const [clinical, patient] = items.slice(at, at + 2);
      expect(clinical?.register).toBe('clinical');
      expect(patient?.register).toBe('patient');
      for (const field of ['cluster', 'stratum', 'pair', 'criterion', 'label', 'evidence'] as const)
        expect(clinical?.[field]).toEqual(patient?.[field]);
      const shared = clinical?.sentences.filter((text) => patient?.sentences.includes(text));
      expect(shared).toEqual([]);
    }
    expect(new Set(items.map(({ pair }) => pair)).size).toBe(300);
    expect(new Set(items.map(({ id }) => id)).size).toBe(600);
  });

  it('ask nothing twice', () => {
    const prompts = items.map(({ sentences, criterion }) => `${sentences.join('|')}${criterion}`);
    expect(new Set(prompts).size).toBe(600);
  });

  it('are half yes, in each stratum and wherever a simple rule could look', () => {
    const shares = new Map<string, { yes: number; of: number }>();
    const count = (name: string, label: boolean) => {
      const share = shares.get(name) ?? { yes: 0, of: 0 };
      share.yes += Number(label);
      share.of += 1;
      shares.set(name, share);
    };
    for (const { stratum, label, criterion, evidence, sentences } of items) {
      count(stratum, label);
      if (/^status|^medicine/u.test(stratum))
        count(`${stratum} ${/\b(?:not|unable)\b/iu.test(criterion) ? 'asks not' : 'asks'}`, label);
      count(`${String(sentences.length)} lines`, label);
      count(`${String(evidence.length)} in evidence`, label);
    }
    console.warn(
      [...shares].map(([name, { yes, of }]) => `${name}: ${String(yes)}/${String(of)}`).join('; '),
    );
    for (const stratum of ELIGIBILITY_STRATA) {
      expect(shares.get(stratum)?.of).toBe(50);
      expect(Math.abs((shares.get(stratum)?.yes ?? 0) - 25)).toBeLessThanOrEqual(1);
    }
    for (const [name, { yes, of }] of shares) {
      if (of < 40) continue;
      expect(yes / of, name).toBeGreaterThan(0.3);
      expect(yes / of, name).toBeLessThan(0.7);
    }
  });

  it('put the deciding sentence anywhere', () => {
    const firsts = items.map(({ evidence, sentences }) => (evidence[0] ?? 0) / sentences.length);
    const early = firsts.filter((place) => place <= 0.5).length;
    expect(early / items.length).toBeGreaterThan(0.4);
    expect(early / items.length).toBeLessThan(0.6);
  });

  it('ask for unseen names in medicine-new alone', () => {
    for (const { stratum, sentences, criterion } of items) {
      const names = TEST_NAMES.filter((name) => sentences.join(' ').includes(name));
      expect(names.length).toBe(stratum === 'medicine-new' ? 1 : 0);
      if (stratum === 'medicine-new') expect(criterion).toContain(names[0]);
    }
  });

  it('lay a trap in every trap stratum: a line on the subject that does not decide, or a past or plan that does', () => {
    for (const { id, stratum, sentences, register, criterion, evidence } of items) {
      const { subject } = readCriterion(criterion);
      const beside = sentences.filter((text) => {
        const reading = readSentence(text, register);
        return reading.says === null && reading.subject === subject;
      });
      if (!stratum.endsWith('-trap')) {
        if (stratum !== 'status') expect(beside, id).toEqual([]);
        continue;
      }
      const deciding = sentences[(evidence[0] ?? 0) - 1] ?? '';
      const isPastOrPlan =
        /past|resolved|recovered|previous|used to|went away|cleared|got over|discontinued|stopped|no longer|came off|any more|start|begin|soon/iu;
      expect(beside.length === 1 || isPastOrPlan.test(deciding), `${id}: ${deciding}`).toBe(true);
    }
  });

  it('are the same each time', () => {
    expect(buildTestItems()).toEqual(items);
  });
});

describe('training', () => {
  it('follows from its text alone, and guides each token of the reply', () => {
    let questions = 0;
    let yes = 0;
    for (const { prefix, questions: asked } of groups) {
      const sentences = sentencesOf(prefix);
      const register = REGISTERS.find((name) => {
        try {
          sentences.forEach((sentence) => readSentence(sentence, name));
          return true;
        } catch {
          return false;
        }
      });
      expect(register).toBeDefined();
      for (const { suffix, reply, restsOn } of asked) {
        const gold = readGold(sentences, register ?? 'clinical', criterionOf(suffix));
        expect(gold.label).not.toBeNull();
        expect(reply).toBe(eligibilityReply(gold.label === true, gold.evidence));
        expect(restsOn).toEqual([gold.evidence, ...gold.evidence.map((number) => [number])]);
        questions += 1;
        yes += Number(gold.label);
      }
    }
    console.warn(`training: ${String(yes)} of ${String(questions)} are yes`);
    expect(Math.abs(yes / questions - 0.5)).toBeLessThan(0.04);
  });

  it('shares no sentence with words of its own, no criterion frame and no held-out name with the test', () => {
    const trained = new Set(groups.flatMap(({ prefix }) => sentencesOf(prefix)));
    const asked = new Set(
      groups.flatMap((group) => group.questions.map((q) => criterionOf(q.suffix))),
    );
    expect(items.flatMap(({ sentences }) => sentences.filter((text) => trained.has(text)))).toEqual(
      [],
    );
    expect(items.filter(({ criterion }) => asked.has(criterion))).toEqual([]);
    const text = groups.map(({ prefix }) => prefix).join('');
    for (const name of TEST_NAMES) expect(text).not.toContain(name);
    for (const register of REGISTERS)
      for (const term of [...CONDITIONS, ...MEDICINES, ...LABS])
        expect(text.toLowerCase()).toContain(term[register].toLowerCase());
  });

  it('is the same for the same seed, and another for another', () => {
    const draw = (seed: string) => drawTraining(createRandom(seed));
    expect(draw('a')).toEqual(draw('a'));
    expect(draw('a')).not.toEqual(draw('b'));
  });
});
