import { expect, inject, test } from 'vitest';
import { choose } from '../../src/core/calls/build.ts';
import type { ChooseCall } from '../../src/core/calls/call.ts';
import type { ModelRef } from '../../src/core/calls/model.ts';
import { shippedFormats } from '../../src/core/models/bundledWeights.ts';
import { rateConstructed } from '../../src/core/packs/generators/consults/axisRatings.ts';
import { buildTestConsults } from '../../src/core/packs/generators/consults/testItems.ts';
import { RESPONSE_AXES } from '../../src/core/protocols/likertExpectation/axes.ts';
import {
  LIKERT,
  readRating,
  REWARD,
  scaleLabels,
} from '../../src/core/protocols/likertExpectation/expectedRating.ts';
import { responsePrompt, rewardPrompt } from '../../src/core/protocols/likertExpectation/prompt.ts';
import { spearman } from '../../src/core/stats/correlation/spearman.ts';
import { bundledDecoders, openBundled } from './bundledModels.ts';
import { valueOf } from './tinyModels.ts';

/** Of the pack's 300, in its order: both references of each are rated on seven scales. */
const CONSULTS = 35;
/** Software is slow, and other work may share the cores. */
const PATIENCE_MS = 300_000;

interface Case {
  readonly axis: string;
  readonly isGood: boolean;
  readonly consult: number;
  /** What the answer was written to deserve, by the rules that the training's answers were rated by. */
  readonly constructed: number;
  readonly call: ChooseCall;
}

/** The pack's own references: wordings that no training read. */
function casesFor(model: ModelRef): Case[] {
  return buildTestConsults()
    .slice(0, CONSULTS)
    .flatMap(({ item, drawn, good, flawed }, consult) =>
      [good, flawed].flatMap((acts) => {
        const isGood = acts === good;
        const { text } = isGood ? item.references.good : item.references.flawed;
        const ratings = rateConstructed(acts, drawn);
        const axes = RESPONSE_AXES.map((axis) => ({
          axis: axis.id,
          prompt: responsePrompt(item.messages, text, axis),
          scale: LIKERT,
        }));
        const whole = { axis: 'overall', prompt: rewardPrompt(item.messages, text), scale: REWARD };
        return [...axes, whole].map(({ axis, prompt, scale }): Case => {
          const content = prompt.prefix + prompt.suffix;
          const call = choose(model, [{ role: 'user', content }], scaleLabels(scale));
          const constructed = Object.entries(ratings).find(([id]) => id === axis)?.[1].rating ?? 0;
          return { axis, isGood, consult, constructed, call };
        });
      }),
    );
}

test(
  'rates what it never read as it was written to deserve',
  { timeout: PATIENCE_MS },
  async () => {
    const card = (await bundledDecoders()).find(({ id }) => id === 'rating-judge');
    if (card === undefined) throw new Error('There is no rating judge.');
    const [dtype = 'fp32'] = shippedFormats(card.files);
    const { engine, model } = await openBundled(inject('fakeHub'), card, dtype, 'wasm');
    const cases = casesFor(model);
    const rated: (Case & { mean: number })[] = [];
    const done = await engine.answerMany(
      cases.map(({ call }) => call),
      new AbortController().signal,
      (index, outcome) => {
        const reply = valueOf(outcome);
        const one = cases[index];
        if (reply.kind !== 'choose' || one === undefined)
          throw new Error('a reply of another kind');
        const scale = one.axis === 'overall' ? REWARD : LIKERT;
        const mean = readRating(reply, scale)?.mean;
        // Nothing may be unscored: digits are all that this judge was taught.
        expect(mean, one.axis).toBeDefined();
        if (mean !== undefined) rated.push({ ...one, mean });
      },
    );
    valueOf(done);
    for (const axis of [...RESPONSE_AXES.map(({ id }) => id), 'overall']) {
      const of = rated.filter((one) => one.axis === axis);
      const rho = spearman(
        of.map(({ mean }) => mean),
        of.map(({ constructed }) => constructed),
      );
      const within = of.filter(({ mean, constructed }) => Math.abs(mean - constructed) <= 1).length;
      const said = rho === null ? 'undefined' : rho.toFixed(2);
      const share = within / of.length;
      console.warn(
        `${axis}: Spearman ${said}, within 1 ${share.toFixed(2)}, n ${String(of.length)}`,
      );
      expect(share, axis).toBeGreaterThan(0.7);
      // No reference contradicts itself: there is no order to find on that axis.
      if (axis === 'coherence') expect(new Set(of.map((one) => one.constructed)).size).toBe(1);
      else expect(rho, axis).toBeGreaterThan(0.7);
    }
    const overall = rated.filter(({ axis }) => axis === 'overall');
    const right = overall.filter(({ isGood, consult, mean }) => {
      const other = overall.find((one) => one.consult === consult && one.isGood !== isGood);
      return isGood && mean > (other?.mean ?? Infinity);
    });
    console.warn(`good above flawed in ${String(right.length)} of ${String(CONSULTS)}`);
    expect(right.length / CONSULTS).toBeGreaterThan(0.9);
  },
);
