import type { Parsed } from '../share/parseBundle.ts';
import { readBattles } from './battles/rows.ts';
import { scoreBattles } from './battles/score.ts';
import { choiceMetrics } from './bestOf/metrics.ts';
import { readChoices } from './bestOf/rows.ts';
import { readExampleTags, readGraded } from './healthbench/rows.ts';
import { scoreHealthbench } from './healthbench/score.ts';
import { readMeta, scoreMeta } from './healthbenchMeta/score.ts';
import { labelMetrics } from './labels/metrics.ts';
import { readLabels } from './labels/rows.ts';
import { pairMetrics } from './pairs/metrics.ts';
import { readPairs } from './pairs/rows.ts';
import { readRatings } from './ratings/rows.ts';
import { scoreRatings } from './ratings/score.ts';
import { readSamples } from './samples/rows.ts';
import { scoreSamples } from './samples/score.ts';
import { reportMetrics, type FlatReport, type SavedMetric } from './savedMetric.ts';
import { scoreSolutions } from './steps/metrics.ts';
import { readSolutions } from './steps/rows.ts';
import { scoreVerifications } from './verification/metrics.ts';
import { readVerifications } from './verification/rows.ts';

/** A file's text, and what errors call it. */
export interface NamedText {
  readonly name: string;
  readonly text: string;
}

/** What was computed, and what a reader must know of it. */
export interface Scored {
  readonly report: FlatReport;
  /** A sentence a fact, without the counts of what is unscored: the report has them. */
  readonly notes: readonly string[];
}

/** A way to score a file of saved verdicts. */
export interface SavedProtocol {
  readonly id: string;
  readonly title: string;
  /** `items` is a second file, which one protocol alone knows what to do with. */
  score(saved: NamedText, items: NamedText | null): Parsed<Scored>;
  readonly takesItems: boolean;
}

function ok(report: FlatReport, notes: readonly string[] = []): Parsed<Scored> {
  return { ok: true, value: { report, notes } };
}

/** A protocol whose rows go to one function; nothing else is told of them. */
function ofRows<Row>(
  id: string,
  title: string,
  read: (text: string, file: string) => Parsed<Row[]>,
  score: (rows: readonly Row[]) => FlatReport,
): SavedProtocol {
  return ofNoted(id, title, read, (rows) => ({ report: score(rows), notes: [] }));
}

function ofMetrics<Row extends { readonly cluster: string }>(
  metricsOf: (rows: readonly Row[]) => readonly SavedMetric<Row>[],
): (rows: readonly Row[]) => FlatReport {
  return (rows) => reportMetrics(rows, metricsOf(rows));
}

/** The same for a protocol that has something to say of what it computed. */
function ofNoted<Read>(
  id: string,
  title: string,
  read: (text: string, file: string) => Parsed<Read>,
  score: (read: Read) => Scored,
): SavedProtocol {
  return {
    id,
    title,
    takesItems: false,
    score: ({ text, name }) => {
      const rows = read(text, name);
      return rows.ok ? { ok: true, value: score(rows.value) } : rows;
    },
  };
}

const healthbench: SavedProtocol = {
  id: 'healthbench',
  title:
    'HealthBench rubrics with a verdict a criterion, or a STEM_allresults.json of simple-evals',
  takesItems: true,
  score: (saved, items) => {
    const tags = items === null ? null : readExampleTags(items.text, items.name);
    if (tags?.ok === false) return tags;
    const graded = readGraded(saved.text, saved.name, tags?.value ?? new Map());
    if (!graded.ok) return graded;
    const report = scoreHealthbench(graded.value.examples);
    const lacking = graded.value.ownMetrics.filter((name) => !report.has(name));
    if (lacking.length === 0) return ok(report);
    const note = `${saved.name} holds ${String(lacking.length)} numbers that cannot be computed from it: it does not carry the tags of whole examples. Give HealthBench’s items with --items.`;
    return ok(report, [note]);
  },
};

/** Every way to score what was saved. */
export const SAVED_PROTOCOLS: readonly SavedProtocol[] = [
  healthbench,
  ofRows('healthbench-meta', 'HealthBench’s meta-evaluation of a grader', readMeta, scoreMeta),
  ofRows('pairs', 'pairwise preferences, in one order or both', readPairs, ofMetrics(pairMetrics)),
  ofRows('best_of', 'rewards of several answers a question', readChoices, ofMetrics(choiceMetrics)),
  ofRows('steps', 'predictions about the steps of solutions', readSolutions, scoreSolutions),
  ofRows(
    'verification',
    'verdicts on statements, with evidence, altered copies and registers',
    readVerifications,
    scoreVerifications,
  ),
  ofRows(
    'labels',
    'sets of labels, two annotators, typed spans',
    readLabels,
    ofMetrics(labelMetrics),
  ),
  ofNoted(
    'battles',
    'battles of two models: Bradley-Terry and Elo ratings, ranks, win rates',
    readBattles,
    scoreBattles,
  ),
  ofNoted(
    'ratings',
    'marks of several readers: agreement, correlations, leniency',
    readRatings,
    scoreRatings,
  ),
  ofRows('samples', 'several answers a question: pass@k', readSamples, scoreSamples),
];
