import { expect, test } from 'vitest';
import type { CompareCall, GenerateCall, Message } from '../../src/core/calls/call.ts';
import type { LocalModelRef } from '../../src/core/calls/model.ts';
import { filesForFormat, weightsFileOf } from '../../src/core/models/bundledWeights.ts';
import { MODELS, readCard } from './bundledModels.ts';
import { compareModels } from './compare.ts';
import { answerOne } from './answerMany.ts';
import type { LoadedModel } from './loadedModel.ts';
import { loadModel } from './loadModel.ts';
import { configureRuntime } from './runtime.ts';
import { floatsOf, int64, tensorsOf } from './tensors.ts';

const never = new AbortController().signal;
const PATIENCE_MS = 300_000;
const messages: Message[] = [
  {
    role: 'user',
    content: 'work out each step\nstart at 37\n1 now add 48\n2 then 19 less\nAnswer:',
  },
];

async function load(id: string): Promise<LoadedModel> {
  const runtime = `${location.origin}/ort/`;
  configureRuntime(runtime);
  const card = await readCard(id);
  const weights = weightsFileOf(card.files, 'fp32') ?? weightsFileOf(card.files, 'fp16');
  const dtype = weightsFileOf(card.files, 'fp32') === undefined ? 'fp16' : 'fp32';
  const ref: LocalModelRef = {
    source: 'bundled',
    id,
    revision: weights?.sha256 ?? '',
    dtype,
    device: 'wasm',
  };
  return await loadModel(
    ref,
    null,
    { models: MODELS, runtime, hub: 'https://hub.invalid/' },
    {
      files: filesForFormat(card.files, dtype),
      agreedBytes: 0,
      onProgress: () => undefined,
      signal: never,
    },
  );
}

/** Probabilities at each scored position from one forward over everything, by the definition. */
async function distributions(
  { model }: LoadedModel,
  ids: readonly number[],
  scored: number,
): Promise<number[][]> {
  const outputs: unknown = await model.forward({
    input_ids: int64(ids, [1, ids.length]),
    attention_mask: int64(Array<number>(ids.length).fill(1), [1, ids.length]),
    num_logits_to_keep: int64([scored + 1], []),
  });
  const logits = tensorsOf(outputs).get('logits');
  if (logits === undefined) throw new Error('The model gave no logits.');
  const data = floatsOf(logits);
  const width = data.length / (scored + 1);
  return Array.from({ length: scored }, (_, at) => {
    const weights = Array.from(data.subarray(at * width, (at + 1) * width), Math.exp);
    const sum = weights.reduce((total, weight) => total + weight, 0);
    return weights.map((weight) => weight / sum);
  });
}

const kl = (p: readonly number[], q: readonly number[]): number =>
  p.reduce((sum, one, at) => sum + one * Math.log(one / (q[at] ?? Number.NaN)), 0);

test(
  'what a pair is said to make of a text is what their logits say',
  async () => {
    const student = await load('arithmetic-student');
    const teacher = await load('arithmetic-teacher');
    try {
      const write: GenerateCall = {
        kind: 'generate',
        model: student.ref,
        messages,
        maxNewTokens: 40,
        sampling: { kind: 'sample', temperature: 1, topP: 1, seed: 5 },
        stop: [],
        answerSpace: { kind: 'text' },
        listTokens: true,
      };
      const written = await answerOne(student, write, never);
      const tokens = written.tokens ?? [];
      expect(tokens.length).toBeGreaterThan(5);
      expect(written.textLengths).toHaveLength(tokens.length);
      const call: CompareCall = {
        kind: 'compare',
        model: student.ref,
        teacher: teacher.ref,
        messages,
        reply: tokens,
        topK: 3,
      };
      const reply = await compareModels(student, teacher, call, never);
      expect(reply.ids).toEqual(tokens);
      expect(reply.samePrompt).toBe(true);
      const prompt = student.tokenizer.encode(
        student.tokenizer.apply_chat_template(messages, {
          tokenize: false,
          add_generation_prompt: true,
        }),
        { add_special_tokens: false },
      );
      const ids = [...prompt, ...tokens];
      const own = await distributions(student, ids, tokens.length);
      const other = await distributions(teacher, ids, tokens.length);
      for (const [at, token] of tokens.entries()) {
        const [s = [], t = []] = [own[at], other[at]];
        expect(reply.reverseKl[at]).toBeCloseTo(kl(s, t), 4);
        expect(reply.forwardKl[at]).toBeCloseTo(kl(t, s), 4);
        const mean = s.map((one, v) => (one + (t[v] ?? 0)) / 2);
        expect(reply.jensenShannon[at]).toBeCloseTo((kl(s, mean) + kl(t, mean)) / 2, 4);
        expect(reply.student.logprobs[at]).toBeCloseTo(Math.log(s[token] ?? 0), 3);
        expect(reply.teacher.logprobs[at]).toBeCloseTo(Math.log(t[token] ?? 0), 3);
        expect(reply.student.entropies[at]).toBeCloseTo(
          -s.reduce((sum, p) => sum + p * Math.log(p), 0),
          4,
        );
        const rank = 1 + t.filter((p) => p > (t[token] ?? 0)).length;
        expect(reply.teacher.ranks[at]).toBe(rank);
        expect(reply.student.top?.[at]?.[0]?.id).toBe(s.indexOf(Math.max(...s)));
      }
      // The text gives the same tokens back here, but for the mark that ends it.
      const spoken = await compareModels(student, teacher, { ...call, reply: written.text }, never);
      const said = spoken.ids.length;
      expect(spoken.ids).toEqual(tokens.slice(0, said));
      expect(spoken.reverseKl[said - 1]).toBeCloseTo(reply.reverseKl[said - 1] ?? -1, 5);

      const begun = await answerOne(
        student,
        { ...write, sampling: { kind: 'greedy' }, beginning: tokens.slice(0, 4) },
        never,
      );
      expect(begun.tokens?.slice(0, 4)).toEqual(tokens.slice(0, 4));
      expect(begun.text.startsWith(written.text.slice(0, written.textLengths?.[3]))).toBe(true);
      const whole = await answerOne(student, { ...write, sampling: { kind: 'greedy' } }, never);
      const again = await answerOne(
        student,
        {
          ...write,
          sampling: { kind: 'greedy' },
          beginning: whole.tokens?.slice(0, 6) ?? [],
          maxNewTokens: write.maxNewTokens - 6,
        },
        never,
      );
      expect(again.text).toBe(whole.text);
      expect(again.textLengths).toEqual(whole.textLengths);
    } finally {
      await student.model.dispose();
      await teacher.model.dispose();
    }
  },
  PATIENCE_MS,
);

test(
  'models without a common tokeniser are refused by name',
  async () => {
    const student = await load('arithmetic-student');
    const other = await load('rubric-judge');
    try {
      const call: CompareCall = {
        kind: 'compare',
        model: student.ref,
        teacher: other.ref,
        messages,
        reply: 'Answer 66',
      };
      await expect(compareModels(student, other, call, never)).rejects.toMatchObject({
        failure: { code: 'unsupported-call' },
      });
      await expect(compareModels(student, other, call, never)).rejects.toThrow(
        /arithmetic-student.*rubric-judge.*tokeniser/u,
      );
      await expect(
        compareModels(student, student, { ...call, teacher: student.ref, reply: [] }, never),
      ).rejects.toMatchObject({ failure: { code: 'unsupported-call' } });
      const same = await compareModels(student, student, { ...call, teacher: student.ref }, never);
      for (const value of same.reverseKl) expect(value).toBeLessThan(1e-9);
    } finally {
      await student.model.dispose();
      await other.model.dispose();
    }
  },
  PATIENCE_MS,
);
