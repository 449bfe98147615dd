import { tree } from '@jax-js/jax';
import {
  teacherConsistency,
  type TeacherConsistency,
} from '../../../src/core/distill/diagnostics/teacherConsistency.ts';
import {
  exchangeLogits,
  exchangeTokens,
  type Exchange,
} from '../../../src/core/distill/exchange.ts';
import { logSoftmax } from '../../../src/core/distill/tokenFacts.ts';
import type { ModelShape } from '../../../src/core/models/shape.ts';
import type { DeviceTables, DeviceWeights } from '../forward.ts';
import { Scorer } from './scorer.ts';
import type { TextBatch, TextRow } from './textBatch.ts';

/** A model as it lies on the device. */
export interface ModelOnDevice {
  readonly weights: DeviceWeights;
  readonly tables: DeviceTables;
}

/** What a teacher makes of a batch. */
export interface Taught {
  /** [sites, vocabSize]. */
  readonly logits: Float32Array<ArrayBuffer>;
  /** How far another teacher is from the bundled one on these texts; null for the bundled one itself. */
  readonly consistency: TeacherConsistency | null;
}

/** Reads texts for an arm: as the bundled teacher, or as another that exchanges two marks and is the same in all else. */
export class TeacherReader {
  /** The bundled teacher, which writes too. */
  readonly model: ModelOnDevice;
  readonly #scorer: Scorer;
  readonly #vocabSize: number;
  readonly #exchange: Exchange | null;

  /** Takes over the model's arrays. */
  constructor(shape: ModelShape, model: ModelOnDevice, exchange: Exchange | null) {
    this.model = model;
    this.#scorer = new Scorer(shape);
    this.#vocabSize = shape.vocabSize;
    this.#exchange = exchange;
  }

  /** `batch` holds the texts, a row each, in their order. */
  async read(texts: readonly TextRow[], batch: TextBatch): Promise<Taught> {
    const own = await this.#logits(batch);
    const exchange = this.#exchange;
    if (exchange === null) return { logits: own, consistency: null };
    const ids = batch.ids.slice();
    texts.forEach(({ prompt, reply }, row) => {
      ids.set(exchangeTokens(reply, exchange), row * batch.length + prompt.length);
    });
    const logits = await this.#logits({ ...batch, ids });
    exchangeLogits(logits, this.#vocabSize, exchange);
    return { logits, consistency: this.#consistency(texts, batch, own, logits) };
  }

  dispose(): void {
    this.#scorer.dispose();
    tree.dispose(this.model);
  }

  #logits(batch: TextBatch): Promise<Float32Array<ArrayBuffer>> {
    return this.#scorer.logits(this.model.weights, this.model.tables, batch);
  }

  #consistency(
    texts: readonly TextRow[],
    { replyLength }: TextBatch,
    tuning: Float32Array,
    teaching: Float32Array,
  ): TeacherConsistency | null {
    return teacherConsistency(
      texts.flatMap(({ reply }, row) =>
        reply.map((_, at) => {
          const from = (row * replyLength + at) * this.#vocabSize;
          return {
            logTuning: logSoftmax(tuning, from, this.#vocabSize),
            logTeaching: logSoftmax(teaching, from, this.#vocabSize),
          };
        }),
      ),
    );
  }
}
