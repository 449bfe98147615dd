import * as v from 'valibot';
import {
  localModelRefSchema,
  type Device,
  type LocalModelRef,
  type ModelRef,
} from '../core/calls/model.ts';
import { parseModelCard, type ModelCard } from '../core/models/card.ts';
import { filesForFormat, shippedFormats, weightsFileOf } from '../core/models/bundledWeights.ts';
import { ModelFailureError } from '../core/models/failure.ts';
import type { ModelFile } from '../core/models/modelFile.ts';
import { majorityModel } from '../core/models/constantReply.ts';
import type { LocalChoice, ModelChoice } from '../core/models/modelChoice.ts';
import { RANDOM_MODEL } from '../core/models/randomReply.ts';
import type { PackKind, PackManifest } from '../core/packs/manifest.ts';
import type { Role } from '../core/protocols/protocol.ts';
import { problem, type Parsed } from '../core/share/parseBundle.ts';
import type { SiteData } from '../io/siteData.ts';

const indexSchema = v.strictObject({
  format: v.literal('benchside-models'),
  formatVersion: v.literal(1),
  models: v.pipe(
    v.array(v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,63}$/))),
    v.maxLength(100),
  ),
});

const HUB_ID = /^[\w.-]{1,96}\/[\w.-]{1,96}$/u;

/** The models that the site ships, by their cards. */
export class ModelsStore {
  cards: readonly ModelCard[] = $state.raw([]);
  status: 'loading' | 'ready' | 'failed' = $state('loading');
  problem: string | null = $state(null);
  readonly #site: SiteData;

  constructor(site: SiteData) {
    this.#site = site;
  }

  async load(): Promise<void> {
    const index = await this.#site.json('models/index.json', indexSchema);
    if (!index.ok) {
      this.#fail(index.problem.message);
      return;
    }
    const cards = await Promise.all(index.value.models.map((id) => this.#card(id)));
    const bad = cards.find((card) => !card.ok);
    if (bad?.ok === false) this.problem = bad.problem.message;
    this.cards = cards.flatMap((card) => (card.ok ? [card.value] : []));
    this.status = 'ready';
  }

  find(id: string): ModelCard | undefined {
    return this.cards.find((card) => card.id === id);
  }

  /**
   * Cards of models that were trained for a role, and to play packs of a kind or a protocol where one is given; those that
   * were trained for that protocol alone come first. A teacher answers as a student does.
   */
  forRole(
    role: Role,
    { kind, protocolId }: { kind?: PackKind | undefined; protocolId?: string | undefined } = {},
  ): readonly ModelCard[] {
    const fitting = this.cards.filter(
      (card) =>
        (card.role === role || (role === 'student' && card.role === 'teacher')) &&
        (kind === undefined || card.kinds === undefined || card.kinds.includes(kind)) &&
        (protocolId === undefined ||
          card.protocols === undefined ||
          card.protocols.includes(protocolId)),
    );
    if (protocolId === undefined) return fitting;
    const isMeantFor = ({ protocols }: ModelCard) => protocols !== undefined;
    return [...fitting.filter(isMeantFor), ...fitting.filter((card) => !isMeantFor(card))];
  }

  /**
   * Files to check before a session is made; null for models that do not come with the site.
   *
   * @throws ModelFailureError when the site ships other weights under that name by now: a run goes
   *   on with the weights it was begun with, or not at all.
   */
  files(model: ModelRef): readonly ModelFile[] | null {
    if (model.source !== 'bundled') return null;
    const files = this.find(model.id)?.files ?? [];
    if (weightsFileOf(files, model.dtype)?.sha256 === model.revision)
      return filesForFormat(files, model.dtype);
    throw new ModelFailureError({
      code: 'model-not-found',
      message: `This site no longer ships the model ${model.id} with the weights ${model.revision.slice(0, 12)}….`,
      remedy: 'Start a new run with the weights that it ships now; what was scored is kept.',
    });
  }

  /**
   * Settles a choice into the reference that calls carry, or says which part of it is wrong. The
   * pack matters to the majority baseline alone.
   */
  resolve(
    choice: LocalChoice,
    device: Exclude<Device, 'none'>,
    pack: Pick<PackManifest, 'id' | 'majorityReply'>,
  ): Parsed<LocalModelRef> {
    if (choice.source === 'baseline')
      return choice.id === 'random' ? { ok: true, value: RANDOM_MODEL } : resolveMajority(pack);
    if (choice.source === 'hub') return resolveHub(choice, device);
    if (choice.source === 'folder') return resolveFolder(choice, device);
    return this.#resolveBundled(choice, device);
  }

  /** Those of some choices that compute on a device of this machine, as they would over wasm. */
  computing(choices: readonly (ModelChoice | null)[]): LocalModelRef[] {
    // What a baseline needs of a pack is of no matter here.
    const pack = { id: '' };
    return choices.flatMap((choice) => {
      if (choice === null || choice.source === 'endpoint' || choice.source === 'baseline')
        return [];
      const model = this.resolve(choice, 'wasm', pack);
      return model.ok ? [model.value] : [];
    });
  }

  #resolveBundled(
    { id, dtype }: Extract<ModelChoice, { source: 'bundled' }>,
    device: Exclude<Device, 'none'>,
  ): Parsed<LocalModelRef> {
    const files = this.find(id)?.files;
    if (files === undefined) {
      return problem(
        'bad-field',
        `This site ships no model called “${id.slice(0, 100)}”. It ships ${this.cards.map((card) => card.id).join(', ')}.`,
      );
    }
    const formats = shippedFormats(files);
    const format = dtype === undefined ? formats[0] : formats.find((one) => one === dtype);
    const weights = format && weightsFileOf(files, format);
    if (format === undefined || weights === undefined) {
      return problem(
        'bad-field',
        `The model ${id} does not come as “${(dtype ?? '').slice(0, 20)}”. It comes as ${formats.join(', ')}.`,
      );
    }
    return {
      ok: true,
      value: { source: 'bundled', id, revision: weights.sha256, dtype: format, device },
    };
  }

  async #card(id: string): Promise<Parsed<ModelCard>> {
    const text = await this.#site.text(`models/${id}/card.json`);
    if (!text.ok) return text;
    const parsed = parseModelCard(text.value);
    return parsed.ok
      ? { ok: true, value: parsed.card }
      : problem('bad-field', `Model ${id}: ${parsed.error}`);
  }

  #fail(message: string): void {
    this.status = 'failed';
    this.problem = message;
  }
}

function resolveMajority({
  id,
  majorityReply,
}: Pick<PackManifest, 'id' | 'majorityReply'>): Parsed<LocalModelRef> {
  if (majorityReply === undefined) {
    return problem(
      'bad-field',
      `The pack ${id} has no training split, so no reply is known to be its commonest and the majority baseline cannot play it. Choose another model.`,
    );
  }
  const model = majorityModel(majorityReply);
  return model === null
    ? problem(
        'bad-field',
        `The commonest reply of the pack ${id} is too long for the majority baseline. Choose another model.`,
      )
    : { ok: true, value: model };
}

function resolveFolder(
  choice: Extract<ModelChoice, { source: 'folder' }>,
  device: Exclude<Device, 'none'>,
): Parsed<LocalModelRef> {
  const parsed = v.safeParse(localModelRefSchema, { ...choice, device });
  return parsed.success
    ? { ok: true, value: parsed.output }
    : problem(
        'bad-field',
        'Choose a folder that this browser keeps, or put one there under Models.',
      );
}

function resolveHub(
  choice: Extract<ModelChoice, { source: 'hub' }>,
  device: Exclude<Device, 'none'>,
): Parsed<LocalModelRef> {
  const id = choice.id.trim();
  if (!HUB_ID.test(id)) {
    return problem(
      'bad-field',
      `“${id.slice(0, 100)}” is not a hub id. Write it as owner/name, e.g. onnx-community/Qwen3-0.6B-ONNX.`,
    );
  }
  const parsed = v.safeParse(localModelRefSchema, { ...choice, id, device });
  return parsed.success
    ? { ok: true, value: parsed.output }
    : problem(
        'bad-field',
        `The hub model’s field “${v.getDotPath(parsed.issues[0]) ?? ''}” is wrong.`,
      );
}
