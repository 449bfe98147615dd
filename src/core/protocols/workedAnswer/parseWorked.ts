/** A step as a student wrote it, with `+`, `-`, `x` or `/` as its sign. */
export interface SaidStep {
  left: number;
  sign: string;
  right: number;
  result: number;
}

/** A worked reply as read. */
export interface WorkedReply {
  steps: readonly SaidStep[];
  /** Null where no number stands behind the last "answer". */
  answer: number | null;
}

/** Three numbers with signs between; larger models write other signs for the same thing. */
const STEPS = /(?<![\d.,])(\d{1,7})\s*([-+x*×·/÷−–])\s*(\d{1,7})\s*=\s*(\d{1,7})(?!\d|[.,]\d)/gu;
/** Up to twenty characters may stand between, as in "Answer: **66**" or "the answer is 66". */
const NUMBER_AFTER_ANSWER = /^[^\d\n-]{0,20}(-?\d{1,7})(?!\d|[.,]\d)/u;

const SIGNS: Readonly<Record<string, string>> = {
  '*': 'x',
  '×': 'x',
  '·': 'x',
  '÷': '/',
  '−': '-',
  '–': '-',
};

function readAnswer(text: string): number | null {
  const last = [...text.matchAll(/\banswer\b/giu)].at(-1);
  if (last === undefined) return null;
  const [, number] = NUMBER_AFTER_ANSWER.exec(text.slice(last.index + last[0].length)) ?? [];
  return number === undefined ? null : Number(number);
}

/**
 * Reads every `37 + 48 = 85` of a reply in the order they stand in, whatever stands around them, and
 * the whole number behind the last "answer". Sums are not checked here.
 */
export function parseWorked(text: string): WorkedReply {
  const steps = [...text.matchAll(STEPS)].map(([, left, sign = '', right, result]) => ({
    left: Number(left),
    sign: SIGNS[sign] ?? sign,
    right: Number(right),
    result: Number(result),
  }));
  return { steps, answer: readAnswer(text) };
}
