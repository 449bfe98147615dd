import { choose, generate } from '../../src/core/calls/build.ts';
import type { ChooseCall, GenerateCall, LogprobsCall } from '../../src/core/calls/call.ts';
import type { ModelRef } from '../../src/core/calls/model.ts';

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

/** About 800 tokens in the words of the bundled models. */
const CONTEXT_WORDS = 640;
const CRITERIA = 20;

function verdictPrompts(): string[] {
  const context = textOf(CONTEXT_WORDS, 0);
  return Array.from(
    { length: CRITERIA },
    (_, criterion) => `${context}\nCriterion: ${textOf(8, criterion + 1)}\nIs it met?`,
  );
}

function asked(content: string) {
  return [{ role: 'user' as const, content }];
}

export function verdictCalls(model: ModelRef): ChooseCall[] {
  return verdictPrompts().map((prompt) => choose(model, asked(prompt), ['yes', 'no']));
}

/** The same prompts, for a judge that writes. */
export function rationaleCalls(model: ModelRef, tokens: number): GenerateCall[] {
  return verdictPrompts().map((prompt) =>
    generate(model, asked(prompt), { maxNewTokens: tokens, answerSpace: { kind: 'text' } }),
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
const QUESTIONS = 4;

interface OptionQuestion {
  readonly prompt: string;
  readonly options: readonly string[];
}

function optionQuestions(): OptionQuestion[] {
  return Array.from({ length: QUESTIONS }, (_, number) => ({
    prompt: `${textOf(160, number)}\nAnswer:`,
    options: Array.from(
      { length: OPTIONS },
      (_option, option) => ` ${textOf(5, 10 * number + option)}`,
    ),
  }));
}

export function optionCalls(model: ModelRef): ChooseCall[] {
  return optionQuestions().map(({ prompt, options }) => choose(model, asked(prompt), options));
}

export function optionForwards(model: ModelRef): LogprobsCall[] {
  return optionQuestions().flatMap(({ prompt, options }) =>
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
