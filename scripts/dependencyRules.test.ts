import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import * as v from 'valibot';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runNode } from './runCommand.ts';

/** Importing file, what it imports, and the rule that must speak up; null where the import is allowed. */
const IMPORTS: readonly (readonly [from: string, to: string, rule: string | null])[] = [
  ['src/core/runs/a.ts', 'src/core/calls/x.ts', null],
  ['src/core/runs/b.ts', 'src/db/x.ts', 'core-alone'],
  ['src/core/runs/c.ts', 'src/rpc/x.ts', 'core-alone'],
  ['src/rpc/a.ts', 'src/core/calls/x.ts', null],
  ['src/rpc/b.ts', 'src/lab/x.ts', 'rpc-to-core'],
  ['src/db/a.ts', 'src/core/calls/x.ts', null],
  ['src/db/b.ts', 'src/io/x.ts', 'db-to-core'],
  ['src/io/a.ts', 'src/db/x.ts', 'io-to-core'],
  ['src/charts/forest/layout.ts', 'src/core/calls/x.ts', null],
  ['src/charts/bars/layout.ts', 'src/ui/x.ts', 'chart-layout-to-core'],
  ['src/charts/lines/layout.ts', 'src/charts/forest/x.ts', 'chart-layout-to-core'],
  ['src/charts/forest/a.ts', 'src/ui/x.ts', null],
  ['src/charts/forest/b.ts', 'src/lab/x.ts', 'charts-to-core-and-ui'],
  ['src/charts/forest/c.browser.test.ts', 'src/styles/x.ts', null],
  ['src/charts/forest/d.ts', 'src/styles/x.ts', 'styles-in-tests-only'],
  ['src/ui/a.ts', 'src/core/calls/x.ts', null],
  ['src/ui/b.ts', 'src/lab/x.ts', 'ui-to-core'],
  ['src/ui/C.svelte', 'src/db/x.ts', 'ui-to-core'],
  ['src/ui/d.browser.test.ts', 'src/styles/x.ts', null],
  ['src/ui/E.svelte', 'src/styles/x.ts', 'styles-in-tests-only'],
  ['workers/a.worker.ts', 'src/rpc/x.ts', null],
  ['workers/b.worker.ts', 'src/db/x.ts', 'workers-to-core-and-rpc'],
  ['src/lab/a.ts', 'src/db/x.ts', null],
  ['src/lab/b.ts', 'src/views/run/x.ts', 'lab-to-core-rpc-db-io'],
  ['src/lab/c.ts', 'workers/x.ts', 'nobody-imports-workers'],
  ['src/views/run/a.ts', 'src/lab/x.ts', null],
  ['src/views/run/b.ts', 'src/views/run/x.ts', null],
  ['src/views/run/C.svelte', 'src/db/x.ts', 'views-to-lab-charts-ui-core'],
  ['src/views/run/d.ts', 'src/rpc/x.ts', 'views-to-lab-charts-ui-core'],
  ['src/views/item/E.svelte', 'src/views/run/x.ts', 'views-to-lab-charts-ui-core'],
  ['src/views/item/f.browser.test.ts', 'src/styles/x.ts', null],
  ['src/views/item/g.ts', 'src/styles/x.ts', 'styles-in-tests-only'],
  ['src/cli/a.ts', 'src/io/x.ts', null],
  ['src/cli/b.ts', 'src/lab/x.ts', 'cli-to-core-io'],
  ['src/cli/c.ts', 'workers/x.ts', 'nobody-imports-workers'],
  ['src/cli/trainer/d.ts', 'workers/trainer/x.ts', null],
  ['src/cli/trainer/e.ts', 'workers/engines/x.ts', 'cli-trainer-to-core-and-trainer'],
  ['src/lab/d.ts', 'src/cli/x.ts', 'nobody-imports-cli'],
];

const reportSchema = v.object({
  summary: v.object({
    violations: v.array(
      v.object({ from: v.string(), to: v.string(), rule: v.object({ name: v.string() }) }),
    ),
  }),
});
type Violation = v.InferOutput<typeof reportSchema>['summary']['violations'][number];

let folder = '';
let violations: Violation[] = [];

async function write(path: string, text: string): Promise<void> {
  const file = join(folder, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, path.endsWith('.svelte') ? `<script lang="ts">\n${text}</script>\n` : text);
}

function importOf(path: string): string {
  return `import { here } from '#root/${path}';\nexport const used: string = here;\n`;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dependency-rules-'));
  await write('package.json', '{ "type": "module", "imports": { "#root/*": "./*" } }\n');
  await write('tsconfig.base.json', '{ "compilerOptions": { "module": "ESNext" } }\n');
  for (const to of new Set(IMPORTS.map(([, path]) => path))) {
    await write(to, 'export const here: string = import.meta.url;\n');
  }
  for (const [from, to] of IMPORTS) await write(from, importOf(to));
  await write('src/core/models/pure.ts', "import 'valibot';\n");
  await write('src/core/models/impure.ts', "import 'dexie';\n");
  await write('src/io/first.ts', "export { second } from './second.ts';\n");
  await write('src/io/second.ts', "export * as second from './first.ts';\n");
  const program = resolve('node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const { output } = await runNode(
    [program, '--config', resolve('.dependency-cruiser.mjs'), '-T', 'json', 'src', 'workers'],
    { cwd: folder },
  );
  violations = v.parse(reportSchema, JSON.parse(output)).summary.violations;
}, 60_000);

afterAll(async () => {
  await rm(folder, { recursive: true });
});

function rulesBrokenBy(from: string): string[] {
  return violations
    .filter((violation) => violation.from === from && violation.rule.name !== 'no-unresolved')
    .map((violation) => violation.rule.name);
}

test.each(IMPORTS)('%s importing %s: %s', (from, _to, rule) => {
  if (rule === null) expect(rulesBrokenBy(from)).toEqual([]);
  else expect(rulesBrokenBy(from)).toContain(rule);
});

test('core may import valibot, and not the database', () => {
  expect(rulesBrokenBy('src/core/models/pure.ts')).toEqual([]);
  expect(rulesBrokenBy('src/core/models/impure.ts')).toEqual(['core-small-pure-libraries']);
});

test('files that import each other are reported', () => {
  expect(rulesBrokenBy('src/io/first.ts')).toContain('no-cycles');
});

test('an import that leads nowhere is reported', () => {
  const names = violations.filter((violation) => violation.to === 'dexie').map((x) => x.rule.name);
  expect(names).toContain('no-unresolved');
});
