import { pilotProtocol } from '../../core/distill/pilots/pilotPacks.ts';
import {
  pilotIdentity,
  pilotSpecSchema,
  type PilotSpec,
} from '../../core/distill/pilots/pilotSpec.ts';
import { problem, type Parsed } from '../../core/share/parseBundle.ts';
import { PilotRepository, type PilotRecord } from '../../db/pilotDatabase.ts';
import * as v from 'valibot';
import type { Lab } from '../lab.svelte.ts';
import type { DeviceChoice } from '../machine.svelte.ts';
import type { ModelChoice } from '../../core/models/modelChoice.ts';
import { openProblems } from './openProblems.ts';
import { PilotSession } from './pilotSession.svelte.ts';

export type { PilotRecord };

/** Two models as the reader picks them. */
export interface PairChoice {
  readonly teacher: ModelChoice;
  readonly student: ModelChoice;
  readonly device: DeviceChoice;
}

/** What of a spec is the reader's own choice. */
export type PilotSettings =
  | Pick<
      Extract<PilotSpec, { kind: 'kl' }>,
      'kind' | 'problems' | 'mostTokens' | 'seed' | 'rollouts'
    >
  | Pick<
      Extract<PilotSpec, { kind: 'prefix' }>,
      'kind' | 'problems' | 'mostTokens' | 'seed' | 'ladder' | 'samples'
    >;

/** Settles a pair: branches of the hub become commits, and both run on one device. */
export async function settlePair(
  lab: Pick<Lab, 'machine' | 'settle'>,
  { teacher, student, device }: PairChoice,
): Promise<Parsed<Pick<PilotSpec, 'teacher' | 'student'>>> {
  const on = await lab.machine.resolve(device);
  if (on.kind === 'unavailable') return problem('unavailable', on.message);
  // The majority baseline alone asks for a pack, and it is no teacher.
  const pack = { id: 'none' };
  const models = [
    await lab.settle(teacher, on.device, pack),
    await lab.settle(student, on.device, pack),
  ];
  const [first, second] = models;
  if (first?.ok !== true) return first ?? problem('unavailable', 'Choose a teacher.');
  if (second?.ok !== true) return second ?? problem('unavailable', 'Choose a student.');
  const [left, right] = [first.value, second.value];
  if (left.source === 'endpoint' || right.source === 'endpoint')
    return problem(
      'bad-field',
      'Choose models that run in this browser: the whole distributions of others cannot be had.',
    );
  return { ok: true, value: { teacher: left, student: right } };
}

/** Pilots of this browser, and those that are open on this page. */
export class PilotsStore {
  /** Newest first. */
  records: readonly PilotRecord[] = $state.raw([]);
  readonly #lab: Lab;
  readonly #repository = new PilotRepository();
  readonly #sessions = new Map<string, PilotSession>();

  constructor(lab: Lab) {
    this.#lab = lab;
  }

  async load(): Promise<void> {
    this.records = await this.#repository.all();
  }

  /** Settles a choice into a spec. Writes nothing. */
  async plan(
    pair: PairChoice,
    packId: string,
    settings: PilotSettings,
  ): Promise<Parsed<PilotSpec>> {
    const models = await settlePair(this.#lab, pair);
    if (!models.ok) return models;
    const manifest = this.#lab.packs.find(packId);
    const protocol = manifest && pilotProtocol(manifest.kind);
    if (manifest === undefined || protocol === undefined)
      return problem(
        'bad-field',
        `The pack “${packId.slice(0, 100)}” cannot be piloted on. Choose another.`,
      );
    const { id, version } = protocol;
    const parsed = v.safeParse(pilotSpecSchema, {
      ...settings,
      ...models.value,
      problems: Math.min(settings.problems, manifest.counts.items),
      pack: { id: packId, hash: manifest.items.sha256, protocol: { id, version } },
    });
    if (parsed.success) return { ok: true, value: parsed.output };
    const [issue] = parsed.issues;
    return problem(
      'bad-field',
      `The field “${v.getDotPath(issue) ?? 'pilot'}” is wrong: ${issue.message}.`,
    );
  }

  /** Opens a pilot where it was left, or new. */
  async open(spec: PilotSpec): Promise<Parsed<PilotSession>> {
    const pilotId = pilotIdentity(spec);
    const known = this.#sessions.get(pilotId);
    if (known !== undefined) return { ok: true, value: known };
    const opened = await openProblems(this.#lab, spec.pack.id);
    if (!opened.ok) return opened;
    if (opened.value.hash !== spec.pack.hash)
      return problem(
        'bad-field',
        `The pilot was made with another version of the pack ${spec.pack.id} than this site has.`,
      );
    const stored = await this.#repository.find(pilotId);
    const { problems } = opened.value;
    const session = new PilotSession(this.#lab, this.#repository, spec, problems, stored);
    this.#sessions.set(pilotId, session);
    return { ok: true, value: session };
  }

  /** Deletes a pilot, stopping it first; what comes back can undo it. */
  async remove(record: PilotRecord): Promise<() => Promise<void>> {
    await this.#sessions.get(record.pilotId)?.cancel();
    this.#sessions.delete(record.pilotId);
    const last = (await this.#repository.find(record.pilotId)) ?? record;
    await this.#repository.remove(record.pilotId);
    await this.load();
    return async () => {
      await this.#repository.save(last);
      await this.load();
    };
  }
}

const stores = new WeakMap<Lab, PilotsStore>();

/** The page's pilots: they go on while the reader looks at something else. */
export function pilotsOf(lab: Lab): PilotsStore {
  const known = stores.get(lab);
  if (known !== undefined) return known;
  const store = new PilotsStore(lab);
  stores.set(lab, store);
  return store;
}
