import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import * as v from 'valibot';
import { ortFolder } from './ortFiles.ts';

const packageSchema = v.object({ name: v.string(), version: v.string() });

/** The version of the package that a file lies in. @throws Error where there is none. */
function versionAround(file: string, name: string): string {
  for (let folder = dirname(file); folder !== dirname(folder); folder = dirname(folder)) {
    try {
      const text = readFileSync(join(folder, 'package.json'), 'utf8');
      const parsed = v.safeParse(packageSchema, JSON.parse(text));
      if (parsed.success && parsed.output.name === name) return parsed.output.version;
    } catch {
      // No package.json here: one further up.
    }
  }
  throw new Error(`There is no ${name} around ${file}.`);
}

/** Versions of what runs the models, as the site ships them. */
export function runtimeVersions(): { transformers: string; onnxruntime: string } {
  const transformers = createRequire(import.meta.url).resolve('@huggingface/transformers');
  return {
    transformers: versionAround(transformers, '@huggingface/transformers'),
    onnxruntime: versionAround(join(ortFolder(), 'ort.mjs'), 'onnxruntime-web'),
  };
}
