import { expect, test } from 'vitest';
import { findFolderLayout, missingData } from './folderLayout.ts';

const folder = (...paths: string[]) => paths.map((path) => ({ path, size: 10 }));
const REPOSITORY = [
  'my model/config.json',
  'my model/tokenizer.json',
  'my model/onnx/model_q4.onnx',
  'my model/onnx/model_q4.onnx_data',
];

function messageOf(...paths: string[]): string {
  const found = findFolderLayout(folder(...paths));
  return found.ok ? 'no problem' : found.problem.message;
}

test('takes the files of a repository and leaves the others', () => {
  const found = findFolderLayout(
    folder(...REPOSITORY, 'my model/README.md', 'my model/.git/config', 'other/config.jsonl'),
  );
  if (!found.ok) throw new Error(found.problem.message);
  expect(found.value).toMatchObject({ id: 'my-model', formats: ['q4'] });
  expect([...found.value.files.keys()]).toEqual(
    REPOSITORY.map((path) => path.slice('my model/'.length)),
  );
});

test('takes files side by side, with no folder around them', () => {
  const found = findFolderLayout(folder('config.json', 'tokenizer.json', 'model.onnx'));
  if (!found.ok) throw new Error(found.problem.message);
  expect(found.value.id).toBe('folder');
  expect([...found.value.files.keys()]).toContain('onnx/model.onnx');
});

test('names what is missing', () => {
  expect(messageOf()).toBe('The folder has no files.');
  expect(messageOf('m/tokenizer.json')).toMatch(/^The folder m has no config\.json/);
  expect(messageOf('m/config.json')).toMatch(/^The folder m has no tokenizer\.json/);
  expect(messageOf('m/config.json', 'm/tokenizer.json', 'm/model.safetensors')).toMatch(
    /^The folder m has no weights, which are looked for as onnx\/model\.onnx/,
  );
});

test('refuses a file that no page can take', () => {
  const large = folder(...REPOSITORY).map((file) => ({ ...file, size: 3e9 }));
  const found = findFolderLayout(large);
  expect(!found.ok && found.problem).toMatchObject({ code: 'too-large' });
});

test('looks for the files that a graph’s weights are in', () => {
  const found = findFolderLayout(folder(...REPOSITORY.slice(0, 3)));
  if (!found.ok) throw new Error(found.problem.message);
  expect(missingData(found.value, 'q4', [])).toBeNull();
  expect(missingData(found.value, 'q4', ['model_q4.onnx_data'])).toContain(
    'needs onnx/model_q4.onnx_data, which is not there',
  );
  expect(missingData(found.value, 'q4', ['weights.bin'])).toContain('in “weights.bin”');
});
