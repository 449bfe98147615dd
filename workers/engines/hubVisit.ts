import * as v from 'valibot';

/** For tests: a visit to the hub's imitation, whose flaws can be set (scripts/hubFlaws.ts). */
export interface HubVisit {
  /** Stands in for the hub's address. */
  readonly url: string;
  /** Sets the flaws anew, as in `pad=1000&noRange`, and forgets what was sent. */
  set(flaws: string): Promise<void>;
  /** What was sent since, oldest first. */
  sent(): Promise<readonly Sent[]>;
}

const sentSchema = v.object({
  path: v.string(),
  range: v.nullable(v.string()),
  bytes: v.number(),
});
type Sent = v.InferOutput<typeof sentSchema>;

export async function visitHub(hub: string, flaws: string): Promise<HubVisit> {
  const url = `${hub}~${crypto.randomUUID()}/`;
  const ask = async (path: string): Promise<unknown> =>
    await (await fetch(url + path, { cache: 'no-store' })).json();
  const visit: HubVisit = {
    url,
    set: async (next) => {
      await ask(`set?${next}`);
    },
    sent: async () => v.parse(v.array(sentSchema), await ask('sent')),
  };
  await visit.set(flaws);
  return visit;
}
