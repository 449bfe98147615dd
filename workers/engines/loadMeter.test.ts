import { expect, test } from 'vitest';
import type { LoadProgress } from '../../src/rpc/modelWorker.ts';
import { LoadMeter } from './loadMeter.ts';

test('adds up all files, and tells the rest by the pace of the last seconds', () => {
  const heard: LoadProgress[] = [];
  let now = 0;
  const meter = new LoadMeter(
    'a model',
    (progress) => heard.push(progress),
    () => now,
  );
  meter.note('config.json', { loadedBytes: 500, totalBytes: 500 });
  expect(heard.at(-1)).toMatchObject({
    allLoadedBytes: 500,
    allTotalBytes: null,
    secondsLeft: null,
  });
  meter.plan(new Map([['onnx/model.onnx', 99_500]]));
  // What is kept here comes at once, and must not pass for the network's pace.
  meter.note('onnx/model.onnx', { loadedBytes: 39_500, totalBytes: 99_500 });
  expect(heard.at(-1)).toMatchObject({ allLoadedBytes: 40_000, allTotalBytes: 100_000 });
  for (let second = 1; second <= 20; second++) {
    now = 1_000 * second;
    const loadedBytes = 39_500 + 1_000 * second;
    meter.note('onnx/model.onnx', { loadedBytes, totalBytes: 99_500 });
  }
  expect(heard.at(-1)).toMatchObject({ allLoadedBytes: 60_000, secondsLeft: 40 });
  expect(heard.at(-1)?.modelKey).toBe('a model');
});
