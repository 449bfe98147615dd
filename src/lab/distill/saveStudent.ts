import type { Lineage } from '../../core/distill/lineage.ts';
import { LINEAGE_FILE } from '../../core/models/shelf.ts';
import { problem, type Parsed } from '../../core/share/parseBundle.ts';
import type { ExperimentRecord, TrainingRecord } from '../../db/distillRecords.ts';
import type { ChosenFile } from '../../io/droppedFiles.ts';
import type { TakenFolder } from '../../io/takeFolder.ts';
import type { ShelfStore } from '../shelf.svelte.ts';
import type { PairReader } from './pairFiles.ts';

/** Letters that a model's id may have. */
const NAME = /^[a-z0-9][\w.-]{0,79}$/iu;

/** A name for a student that says what it is. */
export function suggestedName({ plan, armName, state }: TrainingRecord): string {
  const words = `${plan.student.id}-${armName}-${plan.seed}-${String(state.step)}`;
  return words
    .toLowerCase()
    .replaceAll(/[^a-z0-9.]+/gu, '-')
    .replaceAll(/^[^a-z0-9]+|-+$/gu, '')
    .slice(0, 80);
}

/** What is written down of how a student came about. */
export function lineageOf(record: TrainingRecord, experiment: ExperimentRecord | null): Lineage {
  const { plan, armName, state } = record;
  const point = state.points.at(-1);
  return {
    format: 'benchside-lineage',
    formatVersion: 1,
    base: plan.student,
    teacher: plan.teacher,
    armName,
    arm: plan.arm,
    settings: plan.settings,
    seed: plan.seed,
    backend: plan.backend,
    steps: state.step,
    flops: state.flops,
    accuracy:
      point === undefined
        ? null
        : { step: point.step, share: point.accuracy, n: plan.settings.heldOut },
    experiment:
      experiment === null
        ? null
        : { id: experiment.experimentId, title: experiment.experiment.design.title },
    savedAt: new Date().toISOString(),
  };
}

/**
 * Puts a trained student on the shelf of models, the way a folder is taken: the student's own small files, its weights as
 * they were trained, and its lineage beside them.
 */
export async function saveStudent(
  { shelf, pairs }: { shelf: ShelfStore; pairs: PairReader },
  name: string,
  onnx: Uint8Array<ArrayBuffer>,
  lineage: Lineage,
): Promise<Parsed<TakenFolder>> {
  if (!NAME.test(name)) {
    return problem(
      'bad-field',
      'A model’s name has letters, digits, points and hyphens, begins with a letter or digit, and is 80 characters long at most.',
    );
  }
  const small = await pairs.smallFiles(lineage.base);
  if (!small.ok) return small;
  const text = new TextEncoder().encode(`${JSON.stringify(lineage, null, 1)}\n`);
  const files = [
    ...small.value,
    { path: 'onnx/model.onnx', bytes: onnx },
    { path: LINEAGE_FILE, bytes: text },
  ];
  return await shelf.take(files.map(({ path, bytes }) => chosen(`${name}/${path}`, bytes)));
}

function chosen(path: string, bytes: Uint8Array<ArrayBuffer>): ChosenFile {
  return { path, size: bytes.length, file: new File([bytes], path) };
}
