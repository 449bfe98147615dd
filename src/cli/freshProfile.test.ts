import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { deleteProfile } from './freshProfile.ts';
import { UsageError } from './usageError.ts';

let root = '';
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'benchside-profile-'));
});
afterEach(async () => {
  await rm(root, { recursive: true });
});

it('deletes a profile of Chrome’s, and takes a missing or empty folder', async () => {
  const profile = join(root, 'profile');
  await deleteProfile(profile);
  await mkdir(profile);
  await deleteProfile(profile);
  await mkdir(profile);
  await writeFile(join(profile, 'Local State'), '{}');
  await deleteProfile(profile);
  expect(await readdir(root)).toEqual([]);
});

it('leaves alone a folder with anything else in it, and a file', async () => {
  const other = join(root, 'letters');
  await mkdir(other);
  await writeFile(join(other, 'letter.txt'), 'kept');
  await expect(deleteProfile(other)).rejects.toThrow(UsageError);
  await expect(deleteProfile(join(other, 'letter.txt'))).rejects.toThrow(UsageError);
  expect(await readdir(other)).toEqual(['letter.txt']);
});
