import { describe, expect, it } from 'vitest';
import { PROTOCOLS } from '../../core/protocols/registry.ts';
import { itemDoubt, itemSees, outcomeNote, unreadableReason, judgeAsks } from './itemDoubt.ts';

function protocol(id: string) {
  return PROTOCOLS.find((one) => one.id === id);
}

describe('itemDoubt', () => {
  it('doubts the rule where no judge was asked', () => {
    expect(itemDoubt(protocol('multiple-choice'))).toMatch(/^A rule/u);
  });

  it('doubts the judge, and says whether gold labels stand beside it', () => {
    expect(itemDoubt(protocol('verify-evidence'))).toContain('gold label differ');
    expect(itemDoubt(protocol('weighted-rubric'))).toContain('nobody has checked');
  });

  it('knows of no student where a judge alone is asked', () => {
    const judging = { roles: ['judge'], metrics: [] } as const;
    expect(itemDoubt(judging)).toContain('authors');
    expect(itemSees(judging, 'student-large', 'rubric-judge')).not.toContain('student-large');
  });
});

it('does not speak of a judge that was not asked', () => {
  expect(itemSees(protocol('multiple-choice'), 'a', 'b')).toBe(
    'One item: what a was asked, what it answered, and what is right.',
  );
});

it('says of each kind of answer why it could not be read', () => {
  expect(unreadableReason('concept-verification', false)).toContain('neither yes nor no');
  expect(unreadableReason('numeric-answers', false)).toContain('asked-for form');
  expect(unreadableReason('preferences', true)).toContain('labels');
});

it('says when the right sentence was named with a wrong correction', () => {
  expect(outcomeNote({ correct: 1, exactCorrection: 0 })).toContain('correction is not');
  expect(outcomeNote({ correct: 1, exactCorrection: 1 })).toBeNull();
  expect(outcomeNote({ correct: 1, exactCorrection: null })).toBeNull();
  expect(outcomeNote({ correct: 0, exactCorrection: 0 })).toBeNull();
});

describe('judgeAsks', () => {
  it('says what a judge without a student is asked, by the kind of pack', () => {
    expect(judgeAsks('consult-rubrics')).toBe(
      'Which criteria does each of the authors’ two answers meet?',
    );
    expect(judgeAsks('preferences')).toContain('better');
  });
});
