import { isNoModel } from '../../core/calls/model.ts';
import type { PackManifest } from '../../core/packs/manifest.ts';
import { headsForKind } from '../../core/protocols/heads.ts';
import type { ProtocolHead, Role } from '../../core/protocols/protocol.ts';
import type { RunSpec } from '../../core/runs/spec.ts';
import type { DeviceChoice } from '../../lab/machine.svelte.ts';
import type { ModelChoice } from '../../core/models/modelChoice.ts';
import { filledModel, ModelForm, type PickedModel } from '../../ui/run/modelForm.svelte.ts';

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
    if (!isNoModel(student)) this.students = [filledModel(student)];
    if (!isNoModel(judge)) this.judge = filledModel(judge);
    this.device = 'auto';
    this.limitText = spec.limit === null ? '' : String(spec.limit);
  }
}
