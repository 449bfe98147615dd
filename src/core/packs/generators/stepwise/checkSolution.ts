import type { MistakeKind } from './mistakes.ts';

/** What a check of a solution finds. */
export interface SolutionCheck {
  /** 1-based; null where every step is right. */
  firstWrong: number | null;
  /** All that is wrong with that step. */
  faults: readonly MistakeKind[];
  /** Whether every later step follows from what the first wrong one left behind. */
  follows: boolean;
}

/** A step as the problem asks for it, but for the number it begins with. */
interface ExpectedStep {
  sign: string;
  right: number;
}

const STEP = /(\d+) ([-+x]) (\d+) = (\d+) (\w+)/u;

function signOf(sentence: string, isOpening: boolean): string {
  if (/\bmore\b|\badded\b/u.test(sentence)) return '+';
  return isOpening || /\bsame\b|\bsuch\b|\bdone\b/u.test(sentence) ? 'x' : '-';
}

function readProblem(problem: string): { first: number; noun: string; expected: ExpectedStep[] } {
  const sentences = problem.split(/(?<=\.) /u).filter((sentence) => /\d/u.test(sentence));
  let first = Number.NaN;
  const expected = sentences.map((sentence, index) => {
    const numbers = (sentence.match(/\d+/gu) ?? []).map(Number);
    if (index === 0) first = numbers.shift() ?? Number.NaN;
    return { sign: signOf(sentence, index === 0), right: numbers[0] ?? Number.NaN };
  });
  return { first, noun: /how many (\w+)/iu.exec(problem)?.[1] ?? '', expected };
}

function calculated(left: number, sign: string, right: number): number {
  if (sign === '+') return left + right;
  return sign === '-' ? left - right : left * right;
}

/**
 * Works the gold out a second time, from the words of the problem and of the steps alone: it shares
 * nothing with the program that drew them.
 */
export function checkSolution(problem: string, steps: readonly string[]): SolutionCheck {
  const { first, noun, expected } = readProblem(problem);
  let value = first;
  let saidNoun = noun;
  let firstWrong: number | null = null;
  let faults: readonly MistakeKind[] = [];
  let follows = steps.length === expected.length;
  steps.forEach((step, index) => {
    const [, left, sign = '', right, result, what = ''] = STEP.exec(step) ?? [];
    const wanted = expected[index];
    const found: MistakeKind[] = [];
    if (what !== saidNoun) found.push('noun');
    if (Number(left) !== value) found.push(index === 0 ? 'copied' : 'carried');
    if (Number(right) !== wanted?.right) found.push('copied');
    if (sign !== wanted?.sign) found.push('sign');
    if (calculated(Number(left), sign, Number(right)) !== Number(result))
      found.push(sign === 'x' ? 'product' : 'sum');
    if (found.length > 0 && firstWrong === null) {
      firstWrong = index + 1;
      faults = found;
    } else if (found.length > 0) follows = false;
    value = Number(result);
    saidNoun = what;
  });
  return { firstWrong, faults, follows };
}
