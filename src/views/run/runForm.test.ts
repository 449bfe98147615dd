import { describe, expect, it } from 'vitest';
import { RunForm, type Offer } from './runForm.svelte.ts';

/** One protocol has a judge of its own. */
const offer: Offer = (role, _packId, protocolId) =>
  role === 'student'
    ? 'bundled:student'
    : protocolId === 'ratings'
      ? 'bundled:rater'
      : 'bundled:judge';

describe('the judge of a form', () => {
  it('is the one offered for the protocol until the reader chooses another', () => {
    const form = new RunForm('consults', offer);
    expect(form.judge.picked).toBe('bundled:judge');
    form.pickProtocol('ratings');
    expect(form.judge.picked).toBe('bundled:rater');
    form.pickProtocol('rubric');
    expect(form.judge.picked).toBe('bundled:judge');
    form.pickProtocol('ratings');
    form.pickPack('notes');
    expect(form.judge.picked).toBe('bundled:judge');
  });

  it('stays what the reader chose, whatever the protocol', () => {
    const form = new RunForm('consults', offer);
    form.judge.pick('baseline:random');
    form.pickProtocol('ratings');
    expect(form.judge.picked).toBe('baseline:random');
    form.pickPack('notes');
    expect(form.judge.picked).toBe('baseline:random');
  });
});
