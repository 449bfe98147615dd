import { readFile } from 'node:fs/promises';
import * as v from 'valibot';
import { expect, test } from 'vitest';

const lockSchema = v.object({
  packages: v.record(
    v.string(),
    v.object({
      name: v.optional(v.string()),
      resolved: v.optional(v.string()),
      optionalDependencies: v.optional(v.record(v.string(), v.string())),
    }),
  ),
});

const text = await readFile('package-lock.json', 'utf8');
const { packages } = v.parse(lockSchema, JSON.parse(text));
const installed = new Set(Object.keys(packages).map((path) => path.split('node_modules/').at(-1)));

test('no package comes from anywhere but the npm registry', () => {
  const elsewhere = Object.values(packages)
    .flatMap(({ resolved }) => resolved ?? [])
    .filter((address) => !address.startsWith('https://registry.npmjs.org/'));
  expect(elsewhere).toEqual([]);
});

test('the native machine-learning packages are replaced by an empty one', () => {
  for (const name of ['onnxruntime-node', 'sharp']) {
    expect(packages[`node_modules/${name}`]?.name).toBe('empty-npm-package');
  }
  expect([...installed].filter((name) => name?.startsWith('@img/'))).toEqual([]);
});

// npm leaves out what the registry lacked when the file was written; `npm ci` then refuses the file everywhere.
test('the build tools are locked for every platform that they name', () => {
  const missing = Object.values(packages)
    .flatMap(({ optionalDependencies }) => Object.keys(optionalDependencies ?? {}))
    .filter((name) => !installed.has(name));
  expect(missing).toEqual([]);
});

test('no install script may run', async () => {
  expect(await readFile('.npmrc', 'utf8')).toMatch(/^ignore-scripts=true$/m);
});
