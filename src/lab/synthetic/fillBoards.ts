import * as v from 'valibot';
import { parsePack } from '../../core/packs/parsePack.ts';
import { createRandom } from '../../core/random.ts';
import { resultBundleSchema } from '../../core/share/bundle.ts';
import { referenceIndexSchema } from '../../core/share/referenceRuns.ts';
import { BenchsideDatabase } from '../../db/database.ts';
import { RunRepository } from '../../db/runRepository.ts';
import { boardTemplate, syntheticRun, type BoardTemplate } from './syntheticRun.ts';

/** What is to be written, and from which packs of the site. */
interface FillRequest {
  /** Address of the site’s shipped data. */
  readonly data: string;
  /** Pack and protocol of each board with its share of the runs. */
  readonly boards: readonly {
    readonly packId: string;
    readonly protocolId: string;
    readonly share: number;
  }[];
  readonly runs: number;
  /** Item scores to have at least; further runs are written where these are not reached. */
  readonly scores: number;
}

async function textAt(address: string): Promise<string> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${String(response.status)}`);
  return await response.text();
}

async function readTemplate(
  data: string,
  packId: string,
  protocolId: string,
): Promise<BoardTemplate> {
  const index = v.parse(referenceIndexSchema, JSON.parse(await textAt(`${data}runs/index.json`)));
  const files = index.runs.filter(
    ({ spec }) => spec.packId === packId && spec.protocol.id === protocolId,
  );
  const bundles = await Promise.all(
    files.map(async ({ file }) =>
      v.parse(resultBundleSchema, JSON.parse(await textAt(`${data}runs/${file}`))),
    ),
  );
  const [manifest, items] = await Promise.all(
    ['manifest.json', 'items.jsonl'].map(
      async (file) => await textAt(`${data}packs/${packId}/${file}`),
    ),
  );
  const pack = parsePack(manifest ?? '', items ?? '');
  if (!pack.ok) throw new Error(pack.error.sentence);
  return boardTemplate(
    bundles,
    pack.value.items.map(({ id }) => id),
  );
}

/**
 * Fills this browser’s store with made-up runs, through the store’s own code, so that boards can be measured with many. For
 * `npm run perf -- boards` alone: it is bundled by it, and no part of the site.
 */
async function fillBoards(request: FillRequest): Promise<{ runs: number; scores: number }> {
  const database = new BenchsideDatabase();
  const repository = new RunRepository(database);
  const templates = await Promise.all(
    request.boards.map(async ({ packId, protocolId, share }) => ({
      share,
      template: await readTemplate(request.data, packId, protocolId),
    })),
  );
  const random = createRandom('synthetic runs');
  const written = { runs: 0, scores: 0 };
  while (written.runs < request.runs || written.scores < request.scores) {
    let at = random.next();
    const chosen = templates.find(({ share }) => (at -= share) < 0) ?? templates[0];
    if (chosen === undefined) throw new Error('There is no board to fill.');
    const { record, scores } = syntheticRun(chosen.template, random);
    await repository.saveWithScores(record, scores);
    written.runs += 1;
    written.scores += scores.length;
  }
  database.close();
  return written;
}

Object.assign(globalThis, { fillBoards });
