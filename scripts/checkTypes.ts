import { runNode } from './runCommand.ts';

/** Projects without Svelte components; svelte-check does those of tsconfig.web.json. */
const PROJECTS = ['core', 'workers', 'node', 'tests'] as const;

const CANARY = 'scripts/canary/Canary.svelte';
const CANARY_MESSAGE = "Type 'string' is not assignable to type 'number'";

/** One line of svelte-check's machine-verbose output that reports an error or a warning. */
interface Diagnostic {
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

/**
 * Reads what svelte-check printed in its machine-verbose form.
 *
 * @returns the diagnostics, and the number of files it says it looked at (0 where it did not finish).
 */
export function readSvelteCheck(output: string): { diagnostics: Diagnostic[]; files: number } {
  const diagnostics: Diagnostic[] = [];
  let files = 0;
  for (const line of output.split('\n')) {
    const completed = /^\d+ COMPLETED (\d+) FILES/.exec(line);
    if (completed !== null) files = Number(completed[1]);
    const json = /^\d+ (\{.*\})$/.exec(line)?.[1];
    if (json === undefined) continue;
    const found: unknown = JSON.parse(json);
    if (typeof found !== 'object' || found === null) continue;
    if (!('filename' in found && 'message' in found)) continue;
    diagnostics.push({
      file: String(found.filename).replaceAll('\\', '/'),
      line: lineOf(found),
      message: String(found.message),
    });
  }
  return { diagnostics, files };
}

function lineOf(diagnostic: object): number {
  if (!('start' in diagnostic)) return 0;
  const { start } = diagnostic;
  if (typeof start !== 'object' || start === null || !('line' in start)) return 0;
  return typeof start.line === 'number' ? start.line + 1 : 0;
}

async function checkProject(name: string): Promise<boolean> {
  const { output, exitCode } = await runNode([
    'node_modules/typescript/bin/tsc',
    ...['-p', `tsconfig.${name}.json`, '--pretty', 'false'],
  ]);
  console.log(`types ${name}: ${exitCode === 0 ? 'ok' : `failed\n${output.trimEnd()}`}`);
  return exitCode === 0;
}

/**
 * Runs svelte-check over the page together with a component that is wrong on purpose. svelte-check has been seen to
 * check nothing while exiting with 0, so a run that misses the canary counts as failed.
 */
async function checkComponents(): Promise<boolean> {
  const { output } = await runNode([
    'node_modules/svelte-check/bin/svelte-check',
    ...['--tsconfig', 'tsconfig.svelte.json', '--output', 'machine-verbose', '--no-color'],
  ]);
  const { diagnostics, files } = readSvelteCheck(output);
  const isCanary = (found: Diagnostic): boolean => found.file === CANARY;
  const sang = diagnostics.some((d) => isCanary(d) && d.message.includes(CANARY_MESSAGE));
  const others = diagnostics.filter((d) => !isCanary(d));
  if (!sang) {
    console.log(`types svelte: failed\nsvelte-check did not report the error in ${CANARY}.`);
    console.log(output.trimEnd());
    return false;
  }
  if (others.length > 0) {
    const lines = others.map((d) => `${d.file}:${String(d.line)} ${d.message}`);
    console.log(`types svelte: failed\n${lines.join('\n')}`);
    return false;
  }
  console.log(`types svelte: ok (${String(files)} files, canary reported)`);
  return true;
}

/**
 * Checks every TypeScript project and the components, one after the other.
 *
 * @returns how many of these checks passed and failed.
 */
export async function checkTypes(): Promise<{ passed: number; failed: number }> {
  const results: boolean[] = [];
  for (const project of PROJECTS) results.push(await checkProject(project));
  results.push(await checkComponents());
  const passed = results.filter((ok) => ok).length;
  return { passed, failed: results.length - passed };
}

if (import.meta.filename === process.argv[1]) {
  const { failed } = await checkTypes();
  process.exitCode = failed === 0 ? 0 : 1;
}
