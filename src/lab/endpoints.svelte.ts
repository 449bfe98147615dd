import { modelKey, type EndpointModelRef, type ModelRef } from '../core/calls/model.ts';
import { readEndpointAddress } from '../core/endpoints/address.ts';
import {
  endpointModel,
  keyProblem,
  modelNameProblem,
  type EndpointAccess,
  type EndpointReport,
} from '../core/endpoints/endpoint.ts';
import { endpointHost } from '../core/endpoints/endpointHost.ts';
import { ModelFailureError } from '../core/models/failure.ts';
import { problem, type Parsed } from '../core/share/parseBundle.ts';
import type { EndpointRepository } from '../db/endpointRepository.ts';
import type { EndpointRecord } from '../db/records.ts';

/** A model behind an endpoint, as pages show it: everything but the key. */
export interface EndpointEntry {
  /** The model's key in the memo table. */
  readonly key: string;
  readonly model: EndpointModelRef;
  readonly host: string;
  readonly base: string;
  readonly hasKey: boolean;
}

/** What a reader typed of an endpoint. */
export interface EndpointDraft {
  readonly address: string;
  /** Empty for none. */
  readonly key: string;
  readonly model: string;
}

/** What is wrong with each field of a draft, in a sentence, or null. */
export type DraftProblems = Readonly<Record<keyof EndpointDraft, string | null>>;

export type ReadDraft =
  | { ok: true; access: EndpointAccess; model: EndpointModelRef }
  | { ok: false; problems: DraftProblems };

/** What reaches endpoints: the model worker. */
export interface EndpointHost {
  setEndpoints(endpoints: readonly EndpointAccess[]): void;
  /** @throws ModelFailureError */
  testEndpoint(access: EndpointAccess): Promise<EndpointReport>;
}

/**
 * The endpoints of this browser. Addresses and keys go from here to the store and to the model
 * worker, and nowhere else.
 */
export class EndpointsStore {
  entries: readonly EndpointEntry[] = $state.raw([]);
  /** Why the stored ones could not be read, or null. */
  problem: string | null = $state(null);
  readonly #repository: EndpointRepository;
  readonly #host: EndpointHost;
  #records: readonly EndpointRecord[] = [];

  constructor(repository: EndpointRepository, host: EndpointHost) {
    this.#repository = repository;
    this.#host = host;
  }

  async load(): Promise<void> {
    try {
      this.#show(await this.#repository.all());
      this.problem = null;
    } catch (error) {
      const reason = error instanceof Error ? error.message.slice(0, 200) : 'no reason given';
      this.problem = `The endpoints in this browser’s store could not be read (${reason}).`;
    }
  }

  find(model: Pick<ModelRef, 'id' | 'revision'>): EndpointEntry | undefined {
    return this.entries.find(
      (entry) => entry.model.id === model.id && entry.model.revision === model.revision,
    );
  }

  /** The reference of a stored model. */
  resolve(choice: Pick<EndpointModelRef, 'id' | 'revision'>): Parsed<EndpointModelRef> {
    const entry = this.find(choice);
    if (entry !== undefined) return { ok: true, value: entry.model };
    return problem(
      'unavailable',
      `This browser has no address for the model ${choice.id} at ${endpointHost(choice)}. Add the endpoint on the Models page.`,
    );
  }

  /** Checks what was typed. The model's name may be left out where `isForList` is set. */
  read(draft: EndpointDraft, isForList = false): ReadDraft {
    const address = readEndpointAddress(draft.address);
    const [key, name] = [draft.key.trim(), draft.model.trim()];
    const problems: DraftProblems = {
      address: address.ok ? null : address.message,
      key: keyProblem(key),
      model: isForList && name === '' ? null : modelNameProblem(name),
    };
    if (!address.ok || problems.key !== null || problems.model !== null) {
      return { ok: false, problems };
    }
    const access = { base: address.value.base, key: key === '' ? null : key, model: name };
    return { ok: true, access, model: endpointModel(access) };
  }

  /** Stores an endpoint, in the place of one of the same model at the same address. */
  async add(access: EndpointAccess, model: EndpointModelRef): Promise<void> {
    const record: EndpointRecord = {
      modelKey: modelKey(model),
      model,
      base: access.base,
      key: access.key,
      addedAt: Date.now(),
    };
    await this.#repository.save(record);
    this.#show([...this.#records.filter((other) => other.modelKey !== record.modelKey), record]);
  }

  /** Forgets an address and its key. Runs, scores and replies stay. */
  async remove(key: string): Promise<void> {
    await this.#repository.remove(key);
    this.#show(this.#records.filter((record) => record.modelKey !== key));
  }

  /** Asks a server what it lists and gives. */
  async test(access: EndpointAccess): Promise<Parsed<EndpointReport>> {
    try {
      return { ok: true, value: await this.#host.testEndpoint(access) };
    } catch (error) {
      if (!(error instanceof ModelFailureError)) throw error;
      return problem('unavailable', `${error.failure.message} ${error.failure.remedy}`);
    }
  }

  /** The same of one that is stored. */
  async testStored(key: string): Promise<Parsed<EndpointReport>> {
    const record = this.#records.find((one) => one.modelKey === key);
    if (record === undefined) return problem('unavailable', 'This endpoint was removed meanwhile.');
    return await this.test(accessOf(record));
  }

  #show(records: readonly EndpointRecord[]): void {
    this.#records = records;
    this.#host.setEndpoints(records.map(accessOf));
    this.entries = records.map(({ modelKey: key, model, base, key: secret }) => ({
      key,
      model,
      host: endpointHost(model),
      base,
      hasKey: secret !== null,
    }));
  }
}

function accessOf({ base, key, model }: EndpointRecord): EndpointAccess {
  return { base, key, model: model.id };
}
