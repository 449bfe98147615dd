import { parseArgs } from 'node:util';
import { distillCommand } from './distillCommand.ts';
import { listModels, listPacks, listProtocols, type Listing } from './listings.ts';
import { formatBoard } from './formatBoard.ts';
import { readRunOptions, runCommand } from './runCommand.ts';
import { scoreCommand } from './scoreCommand.ts';
import { UsageError } from './usageError.ts';

const USAGE = `Usage: npm run benchside -- COMMAND

  run --pack ID [--protocol ID] [--student ID[,ID...]] [--judge ID[,ID...]] [options]
      plays the pack in a headless browser and prints the leaderboard; most protocols have a
      student alone, some a judge too or alone ("list protocols --json" says which)
      --protocol ID    the protocol, where several play the pack (the first)
      --limit N        so many items, drawn by hash (all of them)
      --device D       auto, webgpu or wasm (auto)
      --dtype T        fp32, fp16, q8, q4 or q4f16, for models from the hub (q4)
      --replay N       afterwards, play N items again with nothing remembered, and compare
      --replay-device  webgpu or wasm (the other one)
      --json FILE      write results with their provenance
      --profile DIR    where the browser keeps what was answered (.cache/profile)
      --fresh          start with an empty profile
      --hub URL        a mirror of the model hub
      --include-failed-parity  print runs over WebGPU whose numbers are not known to be those of wasm, marked
      --software-gpu   give the browser a WebGPU adapter in software (slow; for checks)
      A model is a bundled one by name, with @fp16 or @q4 behind it for another number format, "random",
      "majority" (the commonest right reply of the pack's training split), or a hub id owner/name[@revision].

  score --protocol ID --in FILE [--json OUT]
      scores verdicts that were saved, with no browser and no model ("score --help" has the rest)

  distill --design FILE --json OUT [--device D] [--profile DIR] [--fresh] [--software-gpu]
      trains every arm of a design with every seed, in a headless browser, and writes the experiment; what
      was trained before is kept in the profile, so the same command goes on where it was stopped
      ("distill --help" has the rest)

  list packs|models|protocols [--json]
      says what there is`;

function printListing(listing: Listing, asJson: boolean): void {
  if (asJson) {
    console.log(JSON.stringify(listing.entries, null, 2));
    return;
  }
  for (const entry of listing.entries) console.log(`${entry.id.padEnd(24)} ${entry.title}`);
}

async function list(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false } },
  });
  const [what] = positionals;
  if (what === 'packs') printListing(await listPacks(), values.json);
  else if (what === 'models') printListing(await listModels(), values.json);
  else if (what === 'protocols') printListing(listProtocols(), values.json);
  else
    throw new UsageError(
      `There is no list of “${what ?? ''}”; there are packs, models and protocols.`,
    );
}

async function main([command, ...args]: readonly string[]): Promise<void> {
  if (command === 'run') {
    const options = readRunOptions(args);
    const outcome = await runCommand(options);
    console.log(formatBoard(outcome.reports, options));
    if (outcome.reports.some(({ state }) => state.status !== 'finished')) process.exitCode = 1;
  } else if (command === 'score') {
    await scoreCommand(args);
  } else if (command === 'distill') {
    await distillCommand(args);
  } else if (command === 'list') {
    await list(args);
  } else if (command === undefined || command === 'help' || command === '--help') {
    console.log(USAGE);
  } else {
    throw new UsageError(`There is no command “${command}”.`);
  }
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  const usage = error instanceof UsageError || (error instanceof TypeError && 'code' in error);
  console.error(error instanceof Error ? error.message : String(error));
  if (usage) console.error(`\n${USAGE}`);
  process.exitCode = usage ? 2 : 1;
}
