import type { ModelCall, ModelReply } from '../core/calls/call.ts';
import { callIdentity } from '../core/calls/identity.ts';
import { modelKey } from '../core/calls/model.ts';
import { plan } from '../core/runs/plan.ts';
import type { Play } from '../core/protocols/protocol.ts';
import type { RunSpec } from '../core/runs/spec.ts';
import type { Parsed } from '../core/share/parseBundle.ts';
import type { PacksStore } from './packs.svelte.ts';

/** Units of a run in which the student is asked something, and those of which this browser remembers what it answered. */
export interface RememberedAnswers {
  readonly units: number;
  readonly remembered: number;
}

/** Units looked up at once: the table is asked for all of their calls in one go. */
const TOGETHER = 32;

/** The replies that are remembered, by the identity of their call. */
type Find = (identities: readonly string[]) => Promise<ReadonlyMap<string, ModelReply>>;

/** A call with its identity, which is a hash over its whole prompt. */
interface AskedCall {
  readonly call: ModelCall;
  readonly identity: string;
}

/** A unit that is being played, with what it asks now. */
interface Walk {
  readonly play: Play;
  readonly asked: readonly AskedCall[];
  /** Whether the student was asked anything so far. */
  readonly hasAsked: boolean;
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
  const isStudents = ({ call }: AskedCall): boolean => modelKey(call.model) === student;
  const found = { units: 0, remembered: 0 };
  for (let from = 0; from < units.length; from += TOGETHER) {
    let walks = units.slice(from, from + TOGETHER).flatMap(({ itemId }): Walk[] => {
      const play = byId.get(itemId)?.play(spec.roles);
      return play === undefined ? [] : [{ play, asked: [], hasAsked: false }];
    });
    let replies: readonly (readonly ModelReply[])[] = walks.map(() => []);
    while (walks.length > 0) {
      const going: Walk[] = [];
      const end = ({ hasAsked }: Walk, isRemembered: boolean): void => {
        if (!hasAsked) return;
        found.units += 1;
        if (isRemembered) found.remembered += 1;
      };
      for (const [index, walk] of walks.entries()) {
        const step = walk.play.next(replies[index] ?? []);
        if (step.done === true) end(walk, true);
        else {
          const asked = step.value.map((call) => ({ call, identity: callIdentity(call) }));
          going.push({ play: walk.play, asked, hasAsked: walk.hasAsked || asked.some(isStudents) });
        }
      }
      const known = await find(going.flatMap(({ asked }) => asked.map(({ identity }) => identity)));
      walks = [];
      const next: ModelReply[][] = [];
      for (const walk of going) {
        const missing = walk.asked.filter(({ identity }) => !known.has(identity));
        if (missing.length > 0) {
          end(walk, !missing.some(isStudents));
          continue;
        }
        walks.push(walk);
        next.push(walk.asked.flatMap(({ identity }) => known.get(identity) ?? []));
      }
      replies = next;
    }
  }
  return { ok: true, value: found };
}
