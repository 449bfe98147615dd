import { Tokenizer } from '@huggingface/tokenizers';
import type { DistillSettings } from '../../../src/core/distill/experiment.ts';
import { EXCHANGED_MARKS, type Exchange } from '../../../src/core/distill/exchange.ts';
import { createGroupEncoder } from '../../../src/core/models/zoo/encoding.ts';
import { drawProblem } from '../../../src/core/packs/generators/arithmetic/drawProblem.ts';
import type { Split } from '../../../src/core/packs/generators/arithmetic/wordings.ts';
import { parseWorked } from '../../../src/core/protocols/workedAnswer/parseWorked.ts';
import {
  workedAnswerPrompt,
  workedReply,
} from '../../../src/core/protocols/workedAnswer/prompt.ts';
import { createRandom } from '../../../src/core/random.ts';
import type { TokenizerSpec } from '../../../src/rpc/trainerWorker.ts';

/** A problem as token ids, with what it takes to mark a reply. */
export interface Problem {
  /** The whole prompt, up to and with the assistant mark. */
  readonly prompt: readonly number[];
  /** The worked answer with the end mark. */
  readonly gold: readonly number[];
  /** The prompt in words. */
  readonly text: string;
  readonly answer: number;
}

/** Draws multi-step arithmetic problems and reads replies to them. */
export class Problems {
  readonly #settings: DistillSettings;
  readonly #tokenizer: Tokenizer;
  readonly #encodeGroup: ReturnType<typeof createGroupEncoder>;

  constructor(settings: DistillSettings, { tokenizer, config }: TokenizerSpec) {
    this.#settings = settings;
    this.#tokenizer = new Tokenizer(tokenizer, config);
    this.#encodeGroup = createGroupEncoder((text) => this.encode(text));
  }

  /** A training problem; its seed decides everything about it. */
  training(seed: string): Problem {
    const { fewestSteps, mostSteps } = this.#settings;
    const random = createRandom(seed);
    return this.#draw(seed, fewestSteps + random.int(mostSteps - fewestSteps + 1), 'train');
  }

  /** Held-out problem `number`: numbers and wordings of the test split, lengths in turn, but none of the shipped pack's draws. */
  heldOut(number: number): Problem {
    const { fewestSteps, mostSteps } = this.#settings;
    const stepCount = fewestSteps + (number % (mostSteps - fewestSteps + 1));
    return this.#draw(`distillation-held-out-${String(number)}`, stepCount, 'test');
  }

  /** The longest prompt to be expected, tokens, rounded up to a multiple of 8: of 64 problems of the most steps in each split. */
  promptLength(): number {
    const { mostSteps } = this.#settings;
    const lengths = Array.from({ length: 128 }, (_, number) => {
      const split = number % 2 === 0 ? 'train' : 'test';
      return this.#draw(`length-${String(number)}`, mostSteps, split).prompt.length;
    });
    return Math.ceil((Math.max(...lengths) + 4) / 8) * 8;
  }

  /**
   * The tokens that another teacher exchanges.
   *
   * @throws RangeError where one of them is not a single token here.
   */
  exchange(): Exchange {
    const [[one, ...rest] = [], [other, ...more] = []] = EXCHANGED_MARKS.map((mark) =>
      this.encode(mark),
    );
    if (one === undefined || other === undefined || rest.length + more.length > 0)
      throw new RangeError('Another teacher needs a tokenizer in which “ =” and “ is” are tokens.');
    return [one, other];
  }

  /** Token ids of words that stand within a reply. */
  encode(text: string): number[] {
    return this.#tokenizer.encode(text, { add_special_tokens: false }).ids;
  }

  /** The words of each token by itself. */
  piecesOf(tokens: readonly number[]): string[] {
    return tokens.map((token) => this.textOf([token]));
  }

  /** The words of a reply, special tokens left out. */
  textOf(tokens: readonly number[]): string {
    return this.#tokenizer.decode([...tokens], { skip_special_tokens: true });
  }

  isRight({ answer }: Problem, tokens: readonly number[]): boolean {
    return parseWorked(this.textOf(tokens)).answer === answer;
  }

  #draw(seed: string, stepCount: number, split: Split): Problem {
    const { lines, steps, answer } = drawProblem(createRandom(`${seed}/draw`), stepCount, split);
    const { prefix, suffix } = workedAnswerPrompt(lines);
    const { trunk, branches } = this.#encodeGroup('arithmetic', {
      prefix,
      questions: [{ suffix, reply: workedReply(steps, answer) }],
    });
    const [{ question, reply } = { question: [], reply: [] }] = branches;
    return { prompt: [...trunk, ...question], gold: reply, text: prefix + suffix, answer };
  }
}
