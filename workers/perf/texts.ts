import { choose, generate } from '../../src/core/calls/build.ts';
import type { ChooseCall, GenerateCall, LogprobsCall } from '../../src/core/calls/call.ts';
import type { ModelRef } from '../../src/core/calls/model.ts';
import type { PerfSize } from '../../src/rpc/perfWorker.ts';

const WORDS =
  'the patient was seen today and takes 5 mg of aspirin for a sore left knee since monday there is no fever'.split(
    ' ',
  );

/** A text of so many words that no other number gives; what it says is of no matter to the work. */
export function textOf(words: number, number: number): string {
  return Array.from(
    { length: words },
    (_, at) => WORDS[(at * 7 + number * 3 + Math.floor(at / WORDS.length)) % WORDS.length],
  ).join(' ');
}

/** How much work is done. */
interface Amount {
  readonly contextWords: number;
  readonly criteria: number;
  readonly rationaleTokens: number;
  readonly answers: number;
  readonly answerTokens: number;
  readonly questions: number;
}

export const AMOUNTS: Readonly<Record<PerfSize, Amount>> = {
  // About 800 tokens in the words of the bundled models.
  full: {
    contextWords: 640,
    criteria: 20,
    rationaleTokens: 60,
    answers: 32,
    answerTokens: 32,
    questions: 4,
  },
  small: {
    contextWords: 160,
    criteria: 6,
    rationaleTokens: 12,
    answers: 8,
    answerTokens: 8,
    questions: 1,
  },
};

function verdictPrompts(size: PerfSize): string[] {
  const { contextWords, criteria } = AMOUNTS[size];
  const context = textOf(contextWords, 0);
  return Array.from(
    { length: criteria },
    (_, criterion) => `${context}\nCriterion: ${textOf(8, criterion + 1)}\nIs it met?`,
  );
}

function asked(content: string) {
  return [{ role: 'user' as const, content }];
}

export function verdictCalls(model: ModelRef, size: PerfSize): ChooseCall[] {
  return verdictPrompts(size).map((prompt) => choose(model, asked(prompt), ['yes', 'no']));
}

/** The same prompts, for a judge that writes. */
export function rationaleCalls(model: ModelRef, size: PerfSize): GenerateCall[] {
  const maxNewTokens = AMOUNTS[size].rationaleTokens;
  return verdictPrompts(size).map((prompt) =>
    generate(model, asked(prompt), { maxNewTokens, answerSpace: { kind: 'text' } }),
  );
}

export function writingCalls(model: ModelRef, count: number, tokens: number): GenerateCall[] {
  return Array.from({ length: count }, (_, number) =>
    generate(model, asked(textOf(60 + number, number)), {
      maxNewTokens: tokens,
      answerSpace: { kind: 'text' },
    }),
  );
}

const OPTIONS = 4;

interface OptionQuestion {
  readonly prompt: string;
  readonly options: readonly string[];
}

function optionQuestions(size: PerfSize): OptionQuestion[] {
  return Array.from({ length: AMOUNTS[size].questions }, (_, number) => ({
    prompt: `${textOf(160, number)}\nAnswer:`,
    options: Array.from(
      { length: OPTIONS },
      (_option, option) => ` ${textOf(5, 10 * number + option)}`,
    ),
  }));
}

export function optionCalls(model: ModelRef, size: PerfSize): ChooseCall[] {
  return optionQuestions(size).map(({ prompt, options }) => choose(model, asked(prompt), options));
}

export function optionForwards(model: ModelRef, size: PerfSize): LogprobsCall[] {
  return optionQuestions(size).flatMap(({ prompt, options }) =>
    options.map((continuation) => ({
      kind: 'logprobs' as const,
      model,
      messages: asked(prompt),
      continuation,
    })),
  );
}

export function shortCalls(model: ModelRef, count: number): ChooseCall[] {
  return Array.from({ length: count }, (_, number) =>
    choose(model, asked(textOf(4, number)), ['yes', 'no']),
  );
}
