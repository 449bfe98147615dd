/**
 * Writes the tables of results from the runs that the site ships, into docs/results.md and into the card of each pack:
 * `npx tsx scripts/writeResults.ts`. It changes nothing else, and writes the same text each time.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { format, resolveConfig } from 'prettier';
import { describeResults, type PackResults } from './results/describeResults.ts';
import { readShippedRuns } from './results/readShippedRuns.ts';

const ROOT = new URL('../', import.meta.url).pathname;
const BEGIN = '<!-- results: written by scripts/writeResults.ts -->';
const END = '<!-- end of results -->';

async function writeMarkdown(file: string, text: string): Promise<void> {
  const config = await resolveConfig(file);
  await writeFile(file, await format(text, { ...config, filepath: file }));
}

async function writeCard({ packId, text }: PackResults): Promise<void> {
  const file = `${ROOT}static-data/packs/${packId}/README.md`;
  const card = await readFile(file, 'utf8');
  const begin = card.indexOf(BEGIN);
  const end = card.indexOf(END);
  const before = begin < 0 ? card.trimEnd() : card.slice(0, begin).trimEnd();
  const after = begin < 0 ? '' : card.slice(end + END.length).trim();
  const section = `${BEGIN}\n\n## Results\n\n${text}\n\n${END}`;
  await writeMarkdown(file, [before, section, after].filter(Boolean).join('\n\n'));
}

const runs = await readShippedRuns();
const { packs, summary } = describeResults(runs);
for (const pack of packs) await writeCard(pack);
await mkdir(`${ROOT}docs`, { recursive: true });
await writeMarkdown(
  `${ROOT}docs/results.md`,
  `# Results\n\n${BEGIN}\n\n${summary}\n\n${packs
    .map(({ title, text }) => `## ${title}\n\n${text}`)
    .join('\n\n')}\n\n${END}\n`,
);
console.log(summary);
