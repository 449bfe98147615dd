import { createRandom, type Random } from '../../src/core/random.ts';

const DRAWS = 2000;

/** The commonest right reply over draws of the training split; of equals, the one that sorts first. */
export function majorityReply(
  packId: string,
  trainingReplies: (random: Random) => readonly string[],
): string {
  const random = createRandom(`majority/${packId}`);
  const counts = new Map<string, number>();
  for (let draw = 0; draw < DRAWS; draw += 1) {
    for (const reply of trainingReplies(random)) counts.set(reply, (counts.get(reply) ?? 0) + 1);
  }
  const [first] = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  if (first === undefined) throw new Error(`${packId} has no training replies.`);
  return first[0];
}
