import type { ProtocolInfo } from '../../core/protocols/protocol.ts';

/** The parts of a protocol that decide what an item's page says; undefined for a protocol that the site no longer has. */
export type PlayedBy = Pick<ProtocolInfo, 'roles' | 'metrics'> | undefined;

/** Whether a model answers the item. Results of a protocol that is gone are taken to have an answer. */
export function hasStudent(protocol: PlayedBy): boolean {
  return protocol?.roles.includes('student') ?? true;
}

/** Whether a model marks the answer. */
export function hasJudge(protocol: PlayedBy): boolean {
  return protocol?.roles.includes('judge') ?? true;
}

/** One sentence: what to doubt about one scored item. */
export function itemDoubt(protocol: PlayedBy): string {
  if (!hasJudge(protocol)) {
    return 'A rule compared the reply with the gold answer, and a rule can misread a reply: read both yourself.';
  }
  if (!hasStudent(protocol)) {
    return 'The judge is held to the marks of the pack’s authors, who can be wrong too: read the answers yourself.';
  }
  const hasGold = protocol?.metrics.some(({ basis }) => basis !== 'judge') ?? false;
  return hasGold
    ? 'The judge is a model too: where it and the gold label differ, read the item yourself.'
    : 'The judge is a model too, and nobody has checked its marks here: read the answer yourself.';
}

/** One sentence: what the page of one item shows. */
export function itemSees(protocol: PlayedBy, studentId: string, judgeId: string): string {
  if (!hasJudge(protocol)) {
    return `One item: what ${studentId} was asked, what it answered, and what is right.`;
  }
  return hasStudent(protocol)
    ? `One item: what ${studentId} was asked, what it answered, and what the judge ${judgeId} marked.`
    : `One item: what was asked, and what the judge ${judgeId} marked.`;
}

/** Kinds whose answers begin with yes or no. */
const VERDICT_KINDS: ReadonlySet<string> = new Set(['concept-verification', 'trial-eligibility']);

export function asksForVerdict(packKind: string): boolean {
  return VERDICT_KINDS.has(packKind);
}

/** Why an answer counts as unreadable. `choosesLabel` says that nothing was written: a label was picked by its likelihood. */
export function unreadableReason(packKind: string, choosesLabel: boolean): string {
  if (choosesLabel) {
    return 'The labels had too little of the probability for a choice, so the item was counted as unreadable.';
  }
  return asksForVerdict(packKind)
    ? 'The reply begins with neither yes nor no, so it was counted as unreadable.'
    : 'The reply did not have the asked-for form, so it was counted as unreadable.';
}

const ANSWER_NOTES: ReadonlyMap<string, string> = new Map([
  ['multiple-choice', 'The likeliest of the letters; it was not written out.'],
  [
    'preferences',
    'The reward of each answer: the log-odds of “yes” over “no” to the question whether it is right.',
  ],
]);

/** What is shown as the answer, in one sentence; null where it is what the student wrote. */
export function answerNote(packKind: string): string | null {
  return ANSWER_NOTES.get(packKind) ?? null;
}

/** What “right” leaves open of one answer, in one sentence; null where it leaves nothing. */
export function outcomeNote(values: Readonly<Record<string, number | null>>): string | null {
  return values['correct'] === 1 && values['exactCorrection'] === 0
    ? 'The sentence is the right one; its correction is not.'
    : null;
}

/** What a judge without a student is asked of an item. */
export function judgeAsks(packKind: string): string {
  return packKind === 'preferences'
    ? 'Which of two answers is the better one, a right one or a wrong one, in either order?'
    : 'Which criteria does each of the authors’ two answers meet?';
}
