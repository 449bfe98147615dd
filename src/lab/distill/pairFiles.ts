import * as v from 'valibot';
import { filesForFormat, shippedFormats, weightsFileOf } from '../../core/models/bundledWeights.ts';
import type { ModelCard } from '../../core/models/card.ts';
import { tokenizerConfigSchema, tokenizerSchema } from '../../core/models/configFiles.ts';
import { graphPath } from '../../core/models/hubLayout.ts';
import type { ModelFile } from '../../core/models/modelFile.ts';
import type { TrainingPlan } from '../../core/distill/trainingState.ts';
import { problem, type Parsed } from '../../core/share/parseBundle.ts';
import { fetchModelFiles } from '../../io/bundledModel.ts';
import type { SiteData } from '../../io/siteData.ts';
import type { DistillModel } from '../../rpc/distillWorker.ts';
import type { TokenizerSpec } from '../../rpc/trainerWorker.ts';
import type { ModelsStore } from '../models.svelte.ts';

/** What a training needs of the two models. */
export interface PairFiles {
  readonly student: DistillModel;
  readonly teacher: DistillModel;
  readonly tokenizer: TokenizerSpec;
}

type Pin = TrainingPlan['student'];

/** A bundled model with the SHA-256 of the weights that trainings start from: those of its first number format. */
export function pinOf(card: ModelCard): Pin | null {
  const [format] = shippedFormats(card.files);
  const weights = format && weightsFileOf(card.files, format);
  return weights === undefined ? null : { id: card.id, revision: weights.sha256 };
}

/** Reads the models that a plan names, and says where the site no longer ships them as they were. */
export class PairReader {
  readonly #site: SiteData;
  readonly #models: ModelsStore;

  constructor(site: SiteData, models: ModelsStore) {
    this.#site = site;
    this.#models = models;
  }

  /** Fetches weights and tokenizer, each file checked by its SHA-256. */
  async read({
    student,
    teacher,
  }: Pick<TrainingPlan, 'student' | 'teacher'>): Promise<Parsed<PairFiles>> {
    const own = await this.#model(student);
    if (!own.ok) return own;
    const other = await this.#model(teacher);
    if (!other.ok) return other;
    const [ownTokenizer, otherTokenizer] = [own, other].map(
      ({ value }) => fileOf(value.card, 'tokenizer.json')?.sha256,
    );
    if (ownTokenizer === undefined || ownTokenizer !== otherTokenizer) {
      return problem(
        'bad-field',
        `${student.id} and ${teacher.id} have different tokenizers: their tokens cannot be compared. Choose a pair that shares one.`,
      );
    }
    const tokenizer = await this.#tokenizer(own.value.card);
    return tokenizer.ok
      ? {
          ok: true,
          value: {
            student: own.value.model,
            teacher: other.value.model,
            tokenizer: tokenizer.value,
          },
        }
      : tokenizer;
  }

  /** The small files of a student that lie beside its weights: all that the card lists but the graphs. */
  async smallFiles(pin: Pin): Promise<Parsed<{ path: string; bytes: Uint8Array<ArrayBuffer> }[]>> {
    const card = this.#card(pin);
    if (!card.ok) return card;
    const files = card.value.files.filter(({ path }) => !path.startsWith('onnx/'));
    const fetched = await fetchModelFiles(this.#site, pin.id, files);
    return fetched.ok
      ? {
          ok: true,
          value: fetched.value.map((bytes, at) => ({ path: files[at]?.path ?? '', bytes })),
        }
      : fetched;
  }

  #card({ id, revision }: Pin): Parsed<ModelCard> {
    const card = this.#models.find(id);
    if (card === undefined) {
      return problem(
        'unavailable',
        `This site ships no model called “${id.slice(0, 80)}”, so nothing can be trained with it.`,
      );
    }
    const isThere = filesForFormat(card.files, shippedFormats(card.files)[0] ?? 'fp32').some(
      ({ sha256 }) => sha256 === revision,
    );
    return isThere
      ? { ok: true, value: card }
      : problem(
          'unavailable',
          `This site ships other weights of ${id} by now than the ${revision.slice(0, 12)}… that this training began with. Begin a new one.`,
        );
  }

  async #model(pin: Pin): Promise<Parsed<{ card: ModelCard; model: DistillModel }>> {
    const card = this.#card(pin);
    if (!card.ok) return card;
    const [format = 'fp32'] = shippedFormats(card.value.files);
    const graph = fileOf(card.value, graphPath(format));
    const fetched = await fetchModelFiles(this.#site, pin.id, graph === undefined ? [] : [graph]);
    if (!fetched.ok) return fetched;
    const [onnx] = fetched.value;
    if (onnx === undefined) return problem('unavailable', `${pin.id} has no weights to train.`);
    return { ok: true, value: { card: card.value, model: { shape: card.value.shape, onnx } } };
  }

  async #tokenizer(card: ModelCard): Promise<Parsed<TokenizerSpec>> {
    const names = ['tokenizer.json', 'tokenizer_config.json'] as const;
    const files = names.flatMap((name) => fileOf(card, name) ?? []);
    const fetched = await fetchModelFiles(this.#site, card.id, files);
    if (!fetched.ok) return fetched;
    const [tokenizer, config] = fetched.value.map((bytes): unknown =>
      JSON.parse(new TextDecoder().decode(bytes)),
    );
    if (v.is(tokenizerSchema, tokenizer) && v.is(tokenizerConfigSchema, config)) {
      return { ok: true, value: { tokenizer, config } };
    }
    return problem('bad-field', `The tokenizer of ${card.id} is not one that can be read.`);
  }
}

function fileOf({ files }: ModelCard, path: string): ModelFile | undefined {
  return files.find((file) => file.path === path);
}
