import * as v from 'valibot';
import { parseManifest, type PackManifest } from '../core/packs/manifest.ts';
import type { Pack } from '../core/packs/parsePack.ts';
import type { PlayableItem } from '../core/protocols/playable.ts';
import { problem, type Parsed } from '../core/share/parseBundle.ts';
import type { SiteData } from '../io/siteData.ts';

const indexSchema = v.strictObject({
  format: v.literal('benchside-packs'),
  formatVersion: v.literal(1),
  packs: v.pipe(
    v.array(v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,63}$/))),
    v.maxLength(100),
  ),
});

/** The packs that the site ships: manifests at once, items when they are needed. */
export class PacksStore {
  manifests: readonly PackManifest[] = $state.raw([]);
  status: 'loading' | 'ready' | 'failed' = $state('loading');
  problem: string | null = $state(null);
  readonly #site: SiteData;
  readonly #manifestTexts = new Map<string, string>();
  readonly #packs = new Map<string, Promise<Parsed<Pack>>>();

  constructor(site: SiteData) {
    this.#site = site;
  }

  async load(): Promise<void> {
    const index = await this.#site.json('packs/index.json', indexSchema);
    if (!index.ok) {
      this.status = 'failed';
      this.problem = index.problem.message;
      return;
    }
    const manifests = await Promise.all(index.value.packs.map((id) => this.#readManifest(id)));
    const bad = manifests.find((manifest) => !manifest.ok);
    if (bad?.ok === false) this.problem = bad.problem.message;
    this.manifests = manifests.flatMap((manifest) => (manifest.ok ? [manifest.value] : []));
    this.status = 'ready';
  }

  find(packId: string): PackManifest | undefined {
    return this.manifests.find((manifest) => manifest.id === packId);
  }

  /** A pack with its items, checked against the hash in its manifest. */
  async open(packId: string): Promise<Parsed<Pack>> {
    const known = this.#packs.get(packId);
    if (known !== undefined) return await known;
    const reading = this.#read(packId);
    this.#packs.set(packId, reading);
    const read = await reading;
    // A failed read is not kept, so that it can be tried again.
    if (!read.ok) this.#packs.delete(packId);
    return read;
  }

  /** The items of a pack for playing by a protocol, when the site has it under that very hash. */
  async items(
    packId: string,
    packHash: string,
    protocolId: string,
  ): Promise<Parsed<readonly PlayableItem[]>> {
    const pack = await this.open(packId);
    if (!pack.ok) return pack;
    if (pack.value.hash !== packHash) {
      return problem(
        'bad-field',
        `The result was made with another version of the pack ${packId} (${packHash.slice(0, 12)}…) than this site has (${pack.value.hash.slice(0, 12)}…).`,
      );
    }
    const { playableItems } = await import('../core/protocols/playable.ts');
    const items = playableItems(pack.value, protocolId);
    return items === null
      ? problem(
          'bad-field',
          `The protocol ${protocolId.slice(0, 100)} does not play packs of kind ${pack.value.kind}, such as ${packId}.`,
        )
      : { ok: true, value: items };
  }

  async #readManifest(packId: string): Promise<Parsed<PackManifest>> {
    const text = await this.#site.text(`packs/${packId}/manifest.json`);
    if (!text.ok) return text;
    this.#manifestTexts.set(packId, text.value);
    const manifest = parseManifest(text.value);
    return manifest.ok
      ? { ok: true, value: manifest.value }
      : problem('bad-field', `Pack ${packId}: ${manifest.error.sentence}`);
  }

  async #read(packId: string): Promise<Parsed<Pack>> {
    const manifest = this.find(packId);
    const manifestText = this.#manifestTexts.get(packId);
    if (manifest === undefined || manifestText === undefined) {
      return problem('unavailable', `This site has no pack called “${packId.slice(0, 100)}”.`);
    }
    const items = await this.#site.text(`packs/${packId}/${manifest.items.file}`);
    if (!items.ok) return items;
    // The schemas of every kind of item: nothing that a first look at the boards needs.
    const { parsePack } = await import('../core/packs/parsePack.ts');
    const pack = parsePack(manifestText, items.value);
    return pack.ok
      ? { ok: true, value: pack.value }
      : problem('bad-field', `Pack ${packId}: ${pack.error.sentence}`);
  }
}
