import { goldReplies } from '../../core/distill/goldReply.ts';
import { pilotProblem, type PilotProblem } from '../../core/distill/pilots/problem.ts';
import { pilotProtocol } from '../../core/distill/pilots/pilotPacks.ts';
import { problem, type Parsed } from '../../core/share/parseBundle.ts';
import type { Lab } from '../lab.svelte.ts';

/** A problem, and the reply that is asked for where there is one wording of it. */
export interface OpenProblem extends PilotProblem {
  readonly title: string;
  readonly goldReply: string | null;
}

/** The problems of a pack that models can be piloted on, in the pack's order. */
export async function openProblems(
  lab: Pick<Lab, 'packs'>,
  packId: string,
): Promise<Parsed<{ hash: string; problems: readonly OpenProblem[] }>> {
  const pack = await lab.packs.open(packId);
  if (!pack.ok) return pack;
  const { kind, hash, entries } = pack.value;
  const protocol = pilotProtocol(kind);
  const items = protocol && (await lab.packs.items(packId, hash, protocol.id));
  if (items?.ok === false) return items;
  const gold = goldReplies(pack.value);
  const views = new Map(entries.map((entry) => [entry.id, entry.view()]));
  const problems = (items?.value ?? []).flatMap((item) => {
    const view = views.get(item.id);
    const open = pilotProblem(item, view?.gold ?? null);
    if (open === null) return [];
    return [{ ...open, title: view?.title ?? item.id, goldReply: gold?.get(item.id) ?? null }];
  });
  return problems.length > 0
    ? { ok: true, value: { hash, problems } }
    : problem(
        'bad-field',
        `The pack ${packId.slice(0, 100)} has no problems that are answered with one text and marked without a judge. Choose another pack.`,
      );
}
