import * as v from 'valibot';
import { identityOf } from '../../core/calls/identity.ts';
import type { Experiment, ExperimentDesign } from '../../core/distill/experiment.ts';
import { decodeExperiment } from '../../core/distill/experimentLink.ts';
import { readExperiment, readExperimentFile } from '../../core/distill/readExperiment.ts';
import { problem, type Parsed } from '../../core/share/parseBundle.ts';
import type { ExperimentRecord } from '../../db/distillRecords.ts';
import type { DistillRepository } from '../../db/distillRepository.ts';
import type { SiteData } from '../../io/siteData.ts';

const indexSchema = v.strictObject({
  format: v.literal('benchside-experiments'),
  formatVersion: v.literal(1),
  files: v.pipe(
    v.array(v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,60}\.json$/u))),
    v.maxLength(40),
  ),
});

/** Names an experiment of this browser: the same design on the same backend is the same experiment. */
export function experimentIdOf(design: ExperimentDesign, backend: 'wasm' | 'webgpu'): string {
  return identityOf({ design, backend });
}

/** Experiments: those trained here, those brought in, and those that the site ships. */
export class ExperimentsStore {
  local: readonly ExperimentRecord[] = $state.raw([]);
  shipped: readonly ExperimentRecord[] = $state.raw([]);
  status: 'loading' | 'ready' = $state('loading');
  /** What the site ships and could not be read. */
  problem: string | null = $state(null);

  readonly #site: SiteData;
  readonly #repository: DistillRepository;

  constructor(site: SiteData, repository: DistillRepository) {
    this.#site = site;
    this.#repository = repository;
  }

  /** Reads what the site ships and what this browser keeps. */
  async load(): Promise<void> {
    [this.local] = await Promise.all([this.#repository.experiments(), this.#loadShipped()]);
    this.status = 'ready';
  }

  find(experimentId: string): ExperimentRecord | undefined {
    return [...this.local, ...this.shipped].find((each) => each.experimentId === experimentId);
  }

  /** Notes that an experiment was stored. */
  note(record: ExperimentRecord): void {
    const others = this.local.filter(({ experimentId }) => experimentId !== record.experimentId);
    this.local = [record, ...others];
  }

  forget(experimentId: string): void {
    this.local = this.local.filter((each) => each.experimentId !== experimentId);
  }

  /** Brings in an experiment's file; one that is here already is found again. */
  async importFile(file: File): Promise<Parsed<ExperimentRecord>> {
    const read = await readExperimentFile(file);
    return read.ok ? await this.#keep(read.value) : read;
  }

  /** Brings in the experiment of a link. */
  async importLink(payload: string): Promise<Parsed<ExperimentRecord>> {
    const read = decodeExperiment(payload);
    return read.ok ? await this.#keep(read.value) : read;
  }

  async #keep(experiment: Experiment): Promise<Parsed<ExperimentRecord>> {
    const record = broughtIn('shared', identityOf(experiment), experiment);
    try {
      await this.#repository.saveExperiment(record);
    } catch {
      return problem(
        'unavailable',
        'The experiment could not be kept in this browser: it stores nothing for this page, or has no room left.',
      );
    }
    this.note(record);
    return { ok: true, value: record };
  }

  async #loadShipped(): Promise<void> {
    const index = await this.#site.json('experiments/index.json', indexSchema);
    if (!index.ok) {
      this.problem = index.problem.message;
      return;
    }
    const read = await Promise.all(
      index.value.files.map(async (name) => {
        const text = await this.#site.text(`experiments/${name}`);
        const parsed = text.ok
          ? readExperiment(text.value, `The site’s file experiments/${name}`)
          : text;
        return { name, parsed };
      }),
    );
    this.shipped = read.flatMap(({ name, parsed }) =>
      parsed.ok ? [broughtIn('shipped', name.replace(/\.json$/u, ''), parsed.value)] : [],
    );
    const [failed] = read.flatMap(({ parsed }) => (parsed.ok ? [] : [parsed.problem.message]));
    this.problem = failed ?? null;
  }
}

/** An experiment that was trained somewhere else. */
function broughtIn(
  origin: 'shared' | 'shipped',
  name: string,
  experiment: Experiment,
): ExperimentRecord {
  const now = Date.now();
  const activeSeconds = experiment.runs.reduce(
    (sum, { points }) => sum + (points.at(-1)?.seconds ?? 0),
    0,
  );
  return {
    experimentId: `${origin}-${name}`,
    ...{ origin, experiment, activeSeconds, createdAt: now, updatedAt: now },
  };
}
