import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { parseBundleText } from '../../core/share/parseBundle.ts';
import { figureFacts } from '../../ui/run/figureFacts.ts';
import { callsPerSecond } from './costPoints.ts';

async function shipped(name: string) {
  const file = new URL(`../../../static-data/runs/${name}`, import.meta.url);
  const bundle = parseBundleText(await readFile(file, 'utf8'));
  if (!bundle.ok) throw new Error(bundle.problem.message);
  return bundle.value;
}

describe('callsPerSecond', () => {
  it('is calls over the time in which they were played', async () => {
    const { spec, provenance } = await shipped('multiple-choice.student-small.69be3754.json');
    expect(callsPerSecond({ spec, provenance })).toBeCloseTo(
      provenance.callsMade / (provenance.activeMs / 1000),
    );
  });

  it('is not known where memory answered, nor of baselines', async () => {
    const { spec, provenance } = await shipped('multiple-choice.student-small.69be3754.json');
    const remembered = { ...provenance, callsRemembered: 1 };
    expect(callsPerSecond({ spec, provenance: remembered })).toBeNull();
    expect(callsPerSecond({ spec, provenance: null })).toBeNull();
    expect(callsPerSecond(await shipped('multiple-choice.random.ea06826f.json'))).toBeNull();
  });
});

describe('figureFacts', () => {
  it('names what runs share once, and a student only where there is one', async () => {
    const small = (await shipped('multiple-choice.student-small.69be3754.json')).spec;
    const large = (await shipped('multiple-choice.student-large.756af800.json')).spec;
    expect(figureFacts([small, large])).toEqual({
      pack: 'multiple-choice',
      'pack SHA-256': small.packHash,
      protocol: 'multiple-choice version 1',
      student: null,
      judge: null,
    });
    expect(figureFacts([small])['student']).toContain('student-small');
  });
});
