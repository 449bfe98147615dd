import { expect, it } from 'vitest';
import { constantReplyOf } from '../core/models/constantReply.ts';
import { ModelFailureError } from '../core/models/failure.ts';
import { SiteData } from '../io/siteData.ts';
import { ModelsStore } from './models.svelte.ts';
import { parseModelName } from './pageApi.ts';

const WEIGHTS = [
  ['onnx/model_q4.onnx', '4'],
  ['onnx/model_fp16.onnx', '6'],
] as const;

/** The card of a model that ships no fp32. */
const halves = {
  format: 'benchside-model-card',
  formatVersion: 1,
  id: 'halves',
  title: 'Halves',
  role: 'student',
  summary: 'Stored in few bits.',
  licence: 'Apache-2.0',
  parameters: 10,
  shape: {
    ...{ vocabSize: 8, hidden: 2, layers: 1, heads: 1, kvHeads: 1, headDim: 2, mlp: 2 },
    ...{ maxPositions: 8, ropeTheta: 10_000, rmsEps: 1e-5 },
  },
  tokensSeen: 1,
  steps: 1,
  trainingSeconds: 1,
  seed: 'halves-1',
  recipe: {},
  data: { generator: 'nothing', splits: {} },
  heldOut: { n: 0, metrics: {} },
  curve: [],
  files: [
    { path: 'config.json', bytes: 2, sha256: 'c'.repeat(64) },
    ...WEIGHTS.map(([path, digit]) => ({ path, bytes: 3, sha256: digit.repeat(64) })),
  ],
  limits: 'A test’s.',
};

/** A teacher that knows one kind of pack. */
const teacher = { ...halves, id: 'teacher', role: 'teacher', kinds: ['multistep-arithmetic'] };

/** Two judges: one for whatever a judge is asked, one for a single protocol. */
const judge = { ...halves, id: 'judge', role: 'judge' };
const rater = {
  ...halves,
  id: 'rater',
  role: 'judge',
  kinds: ['consult-rubrics'],
  protocols: ['likert-expectation'],
};
const CARDS = [halves, teacher, judge, rater];

/** A site with those models. */
async function openStore(): Promise<ModelsStore> {
  const site = new SiteData('http://site/data/', (request) => {
    const address = request instanceof Request ? request.url : request.toString();
    const card = CARDS.find(({ id }) => address.endsWith(`/${id}/card.json`));
    if (card !== undefined) return Promise.resolve(Response.json(card));
    const models = CARDS.map(({ id }) => id);
    return Promise.resolve(Response.json({ format: 'benchside-models', formatVersion: 1, models }));
  });
  const store = new ModelsStore(site);
  await store.load();
  return store;
}

const store = await openStore();

function resolved(name: string) {
  const model = store.resolve(parseModelName(name, 'q4'), 'wasm', {
    id: 'pack',
    majorityReply: 'no',
  });
  if (!model.ok) throw new Error(model.problem.message);
  return model.value;
}

it('runs a bundled model in the first format it ships unless another is named', () => {
  expect(resolved('halves')).toMatchObject({ dtype: 'fp16', revision: '6'.repeat(64) });
  expect(resolved('halves@q4')).toMatchObject({ dtype: 'q4', revision: '4'.repeat(64) });
});

it('names the formats where it does not ship the one that was asked for', () => {
  expect(() => resolved('halves@fp32')).toThrow(
    'The model halves does not come as “fp32”. It comes as fp16, q4.',
  );
});

it('hands out the weights of that format alone, and none once they have changed', () => {
  const model = resolved('halves@q4');
  expect(store.files(model)?.map(({ path }) => path)).toEqual([
    'config.json',
    'onnx/model_q4.onnx',
  ]);
  expect(() => store.files({ ...model, dtype: 'fp16' })).toThrow(ModelFailureError);
});

it('makes the majority baseline of the pack’s commonest reply, where it has one', () => {
  expect(constantReplyOf(resolved('majority'))).toBe('no');
  const without = store.resolve({ source: 'baseline', id: 'majority' }, 'wasm', { id: 'pack' });
  expect(!without.ok && without.problem.message).toContain('The pack pack has no training split');
});

it('offers a model for the kinds of pack that it was taught, and a teacher as a student', () => {
  const names = (...asked: Parameters<ModelsStore['forRole']>): string[] =>
    store.forRole(...asked).map(({ id }) => id);
  expect(names('student')).toEqual(['halves', 'teacher']);
  expect(names('student', { kind: 'multistep-arithmetic' })).toEqual(['halves', 'teacher']);
  expect(names('student', { kind: 'entity-spans' })).toEqual(['halves']);
  expect(names('judge')).toEqual(['judge', 'rater']);
});

it('offers the judge of one protocol there, before the others, and nowhere else', () => {
  const names = (kind: 'consult-rubrics' | 'note-errors', protocolId: string): string[] =>
    store.forRole('judge', { kind, protocolId }).map(({ id }) => id);
  expect(names('consult-rubrics', 'likert-expectation')).toEqual(['rater', 'judge']);
  expect(names('consult-rubrics', 'weighted-rubric')).toEqual(['judge']);
  expect(names('note-errors', 'reference-judged')).toEqual(['judge']);
});
