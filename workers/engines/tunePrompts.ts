import { choose, generate } from '../../src/core/calls/build.ts';
import type { ChooseCall, GenerateCall, Message } from '../../src/core/calls/call.ts';
import type { ModelRef } from '../../src/core/calls/model.ts';

/** Whoever changes a text or a number here raises `TUNING_VERSION`. */
const NOTE = `He was admitted on Monday with pain in the chest and in the left arm. He takes 5 mg of warfarin and 40 mg of a statin at night. There is no fever and no cough. The pulse is regular. The blood count shows a low ferritin.`;
const CRITERIA = [
  'He has a fever.',
  'He takes warfarin.',
  'The ferritin is low.',
  'The pulse is regular.',
  'He was admitted on Monday.',
  'He has a cough.',
];
/** Tokens of each reply. The first comes with its prompt, and is not counted. */
const REPLY_TOKENS = 9;

function asked(content: string): Message[] {
  return [{ role: 'user', content }];
}

/** Verdicts on several criteria over one text, as judges give them. */
export function verdictCalls(model: ModelRef): ChooseCall[] {
  return CRITERIA.map((criterion) =>
    choose(model, asked(`${NOTE}\n${criterion} yes or no:`), ['yes', 'no']),
  );
}

/** One text, read once. */
export function readingCall(model: ModelRef): ChooseCall {
  return choose(model, asked(`${NOTE}\n${NOTE}\nyes or no:`), ['yes', 'no']);
}

/** Replies to prompts that begin alike and end at different lengths. */
export function replyCalls(model: ModelRef, count: number): GenerateCall[] {
  return Array.from({ length: count }, (_, at) => {
    const ends = CRITERIA.slice(0, 1 + (at % 3)).join(' ');
    return generate(model, asked(`Note ${String(at % 10)}. ${ends}`), {
      maxNewTokens: REPLY_TOKENS,
      answerSpace: { kind: 'text' },
    });
  });
}
