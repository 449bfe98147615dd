import type { ModelCall, ModelReply } from '../core/calls/call.ts';
import { callIdentity } from '../core/calls/identity.ts';
import { modelKey } from '../core/calls/model.ts';
import { plan } from '../core/runs/plan.ts';
import type { Play } from '../core/protocols/protocol.ts';
import type { RunSpec } from '../core/runs/spec.ts';
import type { Parsed } from '../core/share/parseBundle.ts';
import type { PacksStore } from './packs.svelte.ts';

/** Units of a run, and those of which this browser remembers what the student answered. */
export interface RememberedAnswers {
  readonly units: number;
  readonly remembered: number;
}

/** Units looked up at once: the table is asked for all of their calls in one go. */
const TOGETHER = 32;

/** The replies that are remembered, by the identity of their call. */
type Find = (identities: readonly string[]) => Promise<ReadonlyMap<string, ModelReply>>;

/** A unit that is being played, with what it asks now. */
interface Walk {
  readonly play: Play;
  readonly asked: readonly ModelCall[];
}

/**
 * Of how many units a spec's student would be asked nothing: each is played from the table alone, as far as that goes, and is not
 * remembered where a reply of the student is wanting. What a protocol asks of the student after a judge's mark that is not
 * there yet cannot be foreseen, and is not looked for.
 */
export async function rememberedAnswers(
  spec: RunSpec,
  packs: Pick<PacksStore, 'items'>,
  find: Find,
): Promise<Parsed<RememberedAnswers>> {
  const items = await packs.items(spec.packId, spec.packHash, spec.protocol.id);
  if (!items.ok) return items;
  const byId = new Map(items.value.map((item) => [item.id, item]));
  const units = plan(spec, [...byId.keys()]);
  const student = modelKey(spec.roles.student);
  let remembered = 0;
  for (let from = 0; from < units.length; from += TOGETHER) {
    let walks = units.slice(from, from + TOGETHER).flatMap(({ itemId }): Walk[] => {
      const play = byId.get(itemId)?.play(spec.roles);
      return play === undefined ? [] : [{ play, asked: [] }];
    });
    let replies: readonly (readonly ModelReply[])[] = walks.map(() => []);
    while (walks.length > 0) {
      const going: Walk[] = [];
      for (const [index, walk] of walks.entries()) {
        const step = walk.play.next(replies[index] ?? []);
        if (step.done === true) remembered += 1;
        else going.push({ ...walk, asked: step.value });
      }
      const known = await find(going.flatMap(({ asked }) => asked.map(callIdentity)));
      walks = [];
      const next: ModelReply[][] = [];
      for (const walk of going) {
        const answered = walk.asked.map((call) => known.get(callIdentity(call)));
        const whole = answered.filter((reply) => reply !== undefined);
        if (whole.length === answered.length) {
          walks.push(walk);
          next.push(whole);
        } else if (
          walk.asked.every(
            (call, at) => answered[at] !== undefined || modelKey(call.model) !== student,
          )
        ) {
          remembered += 1;
        }
      }
      replies = next;
    }
  }
  return { ok: true, value: { units: units.length, remembered } };
}
