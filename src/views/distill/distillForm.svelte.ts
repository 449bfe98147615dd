import type { Arm } from '../../core/distill/arm.ts';
import type { DistillSettings } from '../../core/distill/experiment.ts';
import { armFields, readNumber, SETTING_FIELDS } from '../../core/distill/fields.ts';
import { ARM_PRESETS, USUAL_SETTINGS, type ArmPreset } from '../../core/distill/presets.ts';

type SettingName = keyof DistillSettings;

/** Settings in the order in which a form shows them. */
export const SETTING_NAMES: readonly SettingName[] = [
  'steps',
  'problems',
  'samples',
  'mostTokens',
  'fewestSteps',
  'mostSteps',
  'temperature',
  'rate',
  'warmupSteps',
  'evaluateEvery',
  'heldOut',
];

/** Settings as they are typed. */
export class SettingsForm {
  texts: Record<SettingName, string> = $state(textsOf(USUAL_SETTINGS));

  /** What is wrong with each; null for nothing. */
  errorOf(name: SettingName): string | null {
    const read = readNumber(SETTING_FIELDS[name], this.texts[name]);
    return read.ok ? null : read.error;
  }

  /** Null where a field is not what it should be. */
  get settings(): DistillSettings | null {
    const settings = { ...USUAL_SETTINGS };
    for (const name of SETTING_NAMES) {
      const read = readNumber(SETTING_FIELDS[name], this.texts[name]);
      if (!read.ok) return null;
      settings[name] = read.value;
    }
    return settings;
  }

  fill(settings: DistillSettings): void {
    this.texts = textsOf(settings);
  }
}

function textsOf(settings: DistillSettings): Record<SettingName, string> {
  const texts = {
    ...{ steps: '', problems: '', samples: '', mostTokens: '', fewestSteps: '', mostSteps: '' },
    ...{ temperature: '', rate: '', warmupSteps: '', evaluateEvery: '', heldOut: '' },
  };
  for (const name of SETTING_NAMES) texts[name] = String(settings[name]);
  return texts;
}

let forms = 0;

/** One arm as a reader chooses it: a preset, with its numbers as they are typed. */
export class ArmForm {
  /** Tells forms of a list apart. */
  readonly key = (forms += 1);
  preset: ArmPreset = $state.raw(firstPreset());
  texts: Record<string, string> = $state({});
  /** Typed by the reader; empty for the preset's own title. */
  name = $state('');

  constructor(presetId: string) {
    this.pick(presetId);
  }

  pick(presetId: string): void {
    this.preset = ARM_PRESETS.find(({ id }) => id === presetId) ?? firstPreset();
    this.texts = Object.fromEntries(
      armFields(this.preset.arm).map(({ id, value }) => [id, String(value)]),
    );
  }

  get title(): string {
    const typed = this.name.trim();
    return (typed === '' ? this.preset.title : typed).slice(0, 80);
  }

  errorOf(id: string): string | null {
    const field = armFields(this.preset.arm).find((each) => each.id === id);
    if (field === undefined) return null;
    const read = readNumber(field, this.texts[id] ?? '');
    return read.ok ? null : read.error;
  }

  /** Null where a number is not what it should be. */
  get arm(): Arm | null {
    let { arm } = this.preset;
    for (const { id } of armFields(arm)) {
      const field = armFields(arm).find((each) => each.id === id);
      if (field === undefined) continue;
      const read = readNumber(field, this.texts[id] ?? '');
      if (!read.ok) return null;
      arm = field.set(read.value);
    }
    return arm;
  }
}

function firstPreset(): ArmPreset {
  const [first] = ARM_PRESETS;
  if (first === undefined) throw new Error('there are no presets');
  return first;
}
