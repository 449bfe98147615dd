import { DTYPES, type Dtype } from '../../../core/calls/model.ts';
import type { PairChoice } from '../../../lab/distill/pilots.svelte.ts';
import type { DeviceChoice } from '../../../lab/machine.svelte.ts';
import type { ModelChoice } from '../../../core/models/modelChoice.ts';

/** A model of this browser in one string, for lists and links: `bundled:ID`, `folder:ID@REVISION`, or `hub`. */
export class ModelField {
  picked = $state('');
  hubId = $state('');
  revision = $state('main');
  dtype: Dtype = $state('q8');

  constructor(text: string) {
    this.read(text);
  }

  /** Takes `bundled:ID`, `folder:ID@REVISION/FORMAT` or `hub:OWNER/NAME@REVISION/FORMAT`; anything else is an unknown bundled model. */
  read(text: string): void {
    const found =
      /^(hub|folder):([\w.-]{1,96}(?:\/[\w.-]{1,96})?)@([\w./-]{1,300})\/(\w{2,5})$/u.exec(text);
    if (found === null) {
      this.picked = text;
      return;
    }
    const [, source = '', id = '', revision = '', format = ''] = found;
    this.dtype = DTYPES.find((one) => one === format) ?? 'q8';
    if (source === 'hub') {
      this.picked = 'hub';
      this.hubId = id;
      this.revision = revision;
    } else this.picked = `folder:${id}@${revision}`;
  }

  /** What `read` takes back. */
  get text(): string {
    if (this.picked === 'hub')
      return `hub:${this.hubId.trim()}@${this.revision.trim()}/${this.dtype}`;
    return this.picked.startsWith('folder:') ? `${this.picked}/${this.dtype}` : this.picked;
  }

  get choice(): ModelChoice {
    if (this.picked === 'hub') {
      const revision = this.revision.trim() === '' ? 'main' : this.revision.trim();
      return { source: 'hub', id: this.hubId.trim(), revision, dtype: this.dtype };
    }
    if (this.picked.startsWith('folder:')) {
      const [id = '', revision = ''] = this.picked.slice('folder:'.length).split('@');
      return { source: 'folder', id, revision, dtype: this.dtype };
    }
    return { source: 'bundled', id: this.picked.replace(/^bundled:/u, '') };
  }
}

/** A teacher and a student, and what they run on. */
export class PairForm {
  readonly teacher: ModelField;
  readonly student: ModelField;
  device: DeviceChoice = $state('auto');

  constructor({ teacher, student, device }: Readonly<Record<string, string>>) {
    this.teacher = new ModelField(teacher ?? 'bundled:arithmetic-teacher');
    this.student = new ModelField(student ?? 'bundled:arithmetic-student');
    if (device === 'webgpu' || device === 'wasm') this.device = device;
  }

  get choice(): PairChoice {
    return {
      teacher: this.teacher.choice,
      student: this.student.choice,
      device: this.device,
    };
  }

  /** For the page's address. */
  get params(): Record<string, string> {
    return {
      teacher: this.teacher.text,
      student: this.student.text,
      ...(this.device === 'auto' ? {} : { device: this.device }),
    };
  }
}
