/** The interface, the same for every problem: as short as can be, since every problem pays for it. */
export const INSTRUCTION = 'work out each step\n';

/**
 * What the student is asked. The prefix is the instruction, which every problem shares, and ends in
 * a line feed; the suffix is the problem, one instruction a line.
 */
export function workedAnswerPrompt(lines: readonly string[]): { prefix: string; suffix: string } {
  return { prefix: INSTRUCTION, suffix: `${lines.join('\n')}\nAnswer:` };
}

/** The reply that is asked for: each step on its line, then `Answer` and the last result. */
export function workedReply(steps: readonly string[], answer: number): string {
  return [...steps, `Answer ${String(answer)}`].join('\n');
}
