import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { armSchema } from './arm.ts';
import { checkArm } from './checkArm.ts';
import { settingsSchema } from './experiment.ts';
import { armFields, readNumber, SETTING_FIELDS } from './fields.ts';
import { ARM_PRESETS, USUAL_SETTINGS } from './presets.ts';

describe('presets', () => {
  it('are arms that can be trained under the usual settings, each another one', () => {
    for (const { arm, title } of ARM_PRESETS) {
      expect(v.is(armSchema, arm), title).toBe(true);
      expect(checkArm(arm, USUAL_SETTINGS), title).toEqual({ ok: true });
    }
    expect(new Set(ARM_PRESETS.map(({ arm }) => JSON.stringify(arm))).size).toBe(
      ARM_PRESETS.length,
    );
    expect(v.is(settingsSchema, USUAL_SETTINGS)).toBe(true);
  });

  it('have numbers that stay arms at both ends of their limits, and change what they say', () => {
    for (const { arm, title } of ARM_PRESETS) {
      for (const field of armFields(arm)) {
        for (const value of [field.least, field.most]) {
          const changed = field.set(value);
          expect(v.is(armSchema, changed), `${title} ${field.id} ${String(value)}`).toBe(true);
        }
        const other = field.value === field.most ? field.least : field.most;
        expect(field.set(other)).not.toEqual(arm);
        expect(field.set(field.value)).toEqual(arm);
      }
    }
  });
});

describe('fields of settings', () => {
  it('have the limits of the schema', () => {
    for (const [name, field] of Object.entries(SETTING_FIELDS)) {
      const fits = (value: number): boolean =>
        v.is(settingsSchema, { ...USUAL_SETTINGS, [name]: value });
      const beyond = field.isWhole ? 1 : field.least / 10;
      expect([fits(field.least), fits(field.most)], name).toEqual([true, true]);
      expect([fits(field.least - beyond), fits(field.most + 1)], name).toEqual([false, false]);
      expect(fits(1.5), name).toBe(!field.isWhole && field.most >= 1.5);
    }
  });

  it('say what they should be', () => {
    const { steps, rate } = SETTING_FIELDS;
    expect(readNumber(steps, ' 12 ')).toEqual({ ok: true, value: 12 });
    expect(readNumber(rate, '3e-4')).toEqual({ ok: true, value: 0.0003 });
    for (const text of ['', 'x', '0', '1.5', '10001', 'Infinity']) {
      expect(readNumber(steps, text)).toEqual({
        ok: false,
        error: 'It must be a whole number from 1 to 10000.',
      });
    }
  });
});
