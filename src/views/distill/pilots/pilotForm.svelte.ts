import type { PilotSettings } from '../../../lab/distill/pilots.svelte.ts';

/** The next pilot, as far as it is not the pair of models. */
export class PilotForm {
  kind: 'kl' | 'prefix' = $state('kl');
  packId = $state('');
  problems = $state('24');
  rollouts = $state('4');
  ladder = $state('4, 8, 16, 32, 64');
  samples: '0' | '1' | '4' | '8' = $state('0');
  mostTokens = $state('240');
  seed = $state('1');

  constructor({ kind, pack }: Readonly<Record<string, string>>) {
    if (kind === 'prefix') this.kind = 'prefix';
    this.packId = pack ?? '';
  }

  /** What the form stands for, or what is wrong with it. */
  get settings(): { ok: true; value: PilotSettings } | { ok: false; message: string } {
    const problems = whole(this.problems, 2, 500);
    const mostTokens = whole(this.mostTokens, 1, 1024);
    const seed = this.seed.trim().slice(0, 100);
    if (problems === null) return wrong('Problems must be a whole number from 2 to 500.');
    if (mostTokens === null) return wrong('The longest reply must be 1 to 1,024 tokens.');
    if (seed === '') return wrong('Give a seed: any short text.');
    const base = { problems, mostTokens, seed };
    if (this.kind === 'kl') {
      const rollouts = whole(this.rollouts, 1, 16);
      if (rollouts === null)
        return wrong('Rollouts a problem must be a whole number from 1 to 16.');
      return { ok: true, value: { kind: 'kl', ...base, rollouts } };
    }
    const rungs = this.ladder.split(/[\s,;]+/u).filter((part) => part !== '');
    const ladder = [...new Set(rungs.map((part) => whole(part, 1, 1024) ?? 0))];
    ladder.sort((a, b) => a - b);
    if (ladder.length === 0 || ladder.length > 12 || ladder.includes(0))
      return wrong('The lengths must be 1 to 12 whole numbers from 1 to 1,024, such as 4, 8, 16.');
    return { ok: true, value: { kind: 'prefix', ...base, ladder, samples: Number(this.samples) } };
  }
}

function wrong(message: string): { ok: false; message: string } {
  return { ok: false, message };
}

function whole(text: string, least: number, most: number): number | null {
  const value = Number(text.trim());
  return text.trim() !== '' && Number.isInteger(value) && value >= least && value <= most
    ? value
    : null;
}
