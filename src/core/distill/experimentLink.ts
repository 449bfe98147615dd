import { canonicalJson } from '../calls/canonicalJson.ts';
import { packText, unpackText, type EncodedLink } from '../share/link.ts';
import type { Parsed } from '../share/parseBundle.ts';
import type { Experiment, TrainingPoint } from './experiment.ts';
import { readExperiment } from './readExperiment.ts';

/** Four significant digits: more than the intervals around these figures mean. */
function rounded(value: number): number {
  return Number(value.toPrecision(4));
}

function roundedOrNull(value: number | null): number | null {
  return value === null ? null : rounded(value);
}

function roundedPoint(point: TrainingPoint): TrainingPoint {
  const { sampling, teacher, training } = point.flops;
  return {
    step: point.step,
    flops: {
      sampling: rounded(sampling),
      teacher: rounded(teacher),
      training: rounded(training),
    },
    seconds: rounded(point.seconds),
    accuracy: rounded(point.accuracy),
    ended: rounded(point.ended),
    length: rounded(point.length),
    loss: roundedOrNull(point.loss),
    kl: roundedOrNull(point.kl),
    written: roundedOrNull(point.written),
  };
}

/** Packs an experiment into the text of a link; figures of points are rounded to four digits on the way. */
export function encodeExperiment(experiment: Experiment): EncodedLink {
  const runs = experiment.runs.map((run) => ({ ...run, points: run.points.map(roundedPoint) }));
  return packText(canonicalJson({ ...experiment, runs }));
}

/** Reads what `encodeExperiment` wrote. */
export function decodeExperiment(payload: string): Parsed<Experiment> {
  const json = unpackText(payload);
  return json.ok ? readExperiment(json.value, 'The link') : json;
}
