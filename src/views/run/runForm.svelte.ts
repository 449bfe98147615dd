import { isNoModel, type Dtype, type ModelRef } from '../../core/calls/model.ts';
import type { PackManifest } from '../../core/packs/manifest.ts';
import { headsForKind } from '../../core/protocols/heads.ts';
import type { ProtocolHead, Role } from '../../core/protocols/protocol.ts';
import type { RunSpec } from '../../core/runs/spec.ts';
import type { DeviceChoice } from '../../lab/machine.svelte.ts';
import type { ModelChoice } from '../../lab/models.svelte.ts';

/** What a model picker offers, as the value of its list. */
export type PickedModel =
  | `bundled:${string}`
  | 'baseline:random'
  | 'baseline:majority'
  | 'hub'
  /** Revision and id, a blank between them: neither has one. */
  | `endpoint:${string}`
  /** Name and revision of a folder that this browser keeps. */
  | `folder:${string}@${string}`;

/** How a list names a model behind an endpoint. */
export function pickedEndpoint({
  id,
  revision,
}: Pick<ModelRef, 'id' | 'revision'>): `endpoint:${string}` {
  return `endpoint:${revision} ${id}`;
}

/** The other way round; null for every other model. */
export function endpointOf(picked: PickedModel): { id: string; revision: string } | null {
  if (!picked.startsWith('endpoint:')) return null;
  const [revision = '', id = ''] = picked.slice('endpoint:'.length).split(' ', 2);
  return { id, revision };
}

/** One model of the form, with all that can be typed about it. */
export class ModelForm {
  picked: PickedModel = $state('baseline:random');
  hubId = $state('');
  revision = $state('main');
  dtype: Dtype = $state('q8');
  /** Number format of a bundled model or a folder; null for the first that it has. */
  format: Dtype | null = $state(null);

  constructor(picked: PickedModel) {
    this.picked = picked;
  }

  /** The choice that the form stands for; faults in it are found when the run is planned. */
  get choice(): ModelChoice {
    if (this.picked === 'hub') {
      const revision = this.revision.trim() === '' ? 'main' : this.revision.trim();
      return { source: 'hub', id: this.hubId.trim(), revision, dtype: this.dtype };
    }
    if (this.picked === 'baseline:random') return { source: 'baseline', id: 'random' };
    if (this.picked === 'baseline:majority') return { source: 'baseline', id: 'majority' };
    const endpoint = endpointOf(this.picked);
    if (endpoint !== null) return { source: 'endpoint', ...endpoint };
    if (this.picked.startsWith('folder:')) {
      const [id = '', revision = ''] = this.picked.slice('folder:'.length).split('@');
      return { source: 'folder', id, revision, dtype: this.format ?? 'fp32' };
    }
    const id = this.picked.slice('bundled:'.length);
    return { source: 'bundled', id, ...(this.format === null ? {} : { dtype: this.format }) };
  }

  /**
   * Another model: what was chosen about the last one does not hold for it.
   *
   * @param format that it is to be in; null for the first that it has.
   */
  pick(picked: PickedModel, format: Dtype | null = null): void {
    this.picked = picked;
    this.format = format;
  }

  fill(model: ModelRef): void {
    if (model.source === 'baseline')
      this.picked = model.id === 'majority' ? 'baseline:majority' : 'baseline:random';
    else if (model.source === 'endpoint') this.picked = pickedEndpoint(model);
    else if (model.source === 'bundled') {
      this.picked = `bundled:${model.id}`;
      this.format = model.dtype;
    } else if (model.source === 'folder') {
      this.picked = folderOption(model);
      this.format = model.dtype;
    } else {
      this.picked = 'hub';
      this.hubId = model.id;
      this.revision = model.revision;
      this.dtype = model.dtype;
    }
  }
}

/** How the list of models names a folder. */
export function folderOption({ id, revision }: Pick<ModelRef, 'id' | 'revision'>): PickedModel {
  return `folder:${id}@${revision}`;
}

function filled(model: ModelRef): ModelForm {
  const form = new ModelForm('baseline:random');
  form.fill(model);
  return form;
}

/** Who is offered first in a role of a pack's protocol. */
export type Offer = (role: Role, packId: string, protocolId: string | null) => PickedModel;

/** What the reader has chosen for the next run. */
export class RunForm {
  packId = $state('');
  /** Null for the first that plays the pack. */
  protocolId: string | null = $state(null);
  /** One or two; two are played one after the other. */
  students: readonly ModelForm[] = $state.raw([]);
  judge: ModelForm = $state.raw(new ModelForm('baseline:random'));
  device: DeviceChoice = $state('auto');
  limitText = $state('');
  readonly #offer: Offer;

  constructor(packId: string, offer: Offer) {
    this.#offer = offer;
    this.packId = packId;
    this.students = [new ModelForm(offer('student', packId, null))];
    this.judge = new ModelForm(offer('judge', packId, null));
  }

  /** Another pack: it may be played by other protocols. */
  pickPack(packId: string): void {
    if (packId === this.packId) return;
    this.#offeringAnew(() => {
      this.packId = packId;
      this.protocolId = null;
    });
  }

  pickProtocol(protocolId: string): void {
    this.#offeringAnew(() => {
      this.protocolId = protocolId;
    });
  }

  /** A judge that was offered gives way to the one that is offered now; one that the reader chose stays. */
  #offeringAnew(change: () => void): void {
    const before = this.#offer('judge', this.packId, this.protocolId);
    change();
    const now = this.#offer('judge', this.packId, this.protocolId);
    if (this.judge.picked === before && now !== before) this.judge = new ModelForm(now);
  }

  /** How the chosen pack is to be played. */
  protocolOf(pack: PackManifest): ProtocolHead | undefined {
    const protocols = headsForKind(pack.kind);
    return protocols.find(({ id }) => id === this.protocolId) ?? protocols[0];
  }

  /** Each student of the runs to come; one run without where the protocol has none. */
  studentsFor({ roles }: Pick<ProtocolHead, 'roles'>): (ModelChoice | null)[] {
    return roles.includes('student') ? this.students.map(({ choice }) => choice) : [null];
  }

  addStudent(picked: PickedModel): void {
    this.students = [...this.students, new ModelForm(picked)];
  }

  dropStudent(): void {
    this.students = this.students.slice(0, 1);
  }

  /** Items wanted: null for all, NaN for what is not a whole number above 0. */
  get limit(): number | null {
    const text = this.limitText.trim();
    if (text === '') return null;
    const value = Number(text);
    return Number.isInteger(value) && value >= 1 ? value : Number.NaN;
  }

  /** Takes over a spec, so that someone else's run can be played here; the device is settled anew. */
  fill(spec: RunSpec): void {
    const { student, judge } = spec.roles;
    this.packId = spec.packId;
    this.protocolId = spec.protocol.id;
    // Where nobody played a role, the form's own choice stays for the protocols that have it.
    if (!isNoModel(student)) this.students = [filled(student)];
    if (!isNoModel(judge)) this.judge = filled(judge);
    this.device = 'auto';
    this.limitText = spec.limit === null ? '' : String(spec.limit);
  }
}
