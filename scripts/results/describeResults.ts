import { headsForKind } from '../../src/core/protocols/heads.ts';
import { formatInterval } from '../../src/cli/formatInterval.ts';
import type { Metric } from '../../src/core/protocols/metric.ts';
import { metricInterval } from '../../src/core/runs/aggregate.ts';
import { pairedDifference } from '../../src/core/runs/pairedDifference.ts';
import type { Interval } from '../../src/core/stats/bootstrapInterval.ts';
import { isOneCluster } from '../../src/core/stats/oneCluster.ts';
import { modelName } from './modelName.ts';
import type { ShippedRun } from './readShippedRuns.ts';

/** Students by size, the largest first, and then the baselines: the order of every table. */
const STUDENTS = ['student-large', 'student-medium', 'student-small'];
const BASELINES = ['majority', 'random'];
/** Metrics that a table shows, the leading one first; the site shows all. */
const MOST_METRICS = 4;

export interface PackResults {
  readonly packId: string;
  readonly title: string;
  /** Markdown. */
  readonly text: string;
}

function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n');
}

interface Step {
  readonly larger: string;
  readonly smaller: string;
  readonly difference: Interval | null;
  /** Whether the larger does better, worse, or neither by more than chance. */
  readonly outcome: 'better' | 'worse' | 'neither';
}

function outcomeOf(difference: Interval | null): Step['outcome'] {
  if (difference === null || isOneCluster(difference)) return 'neither';
  if (difference.low > 0) return 'better';
  return difference.high < 0 ? 'worse' : 'neither';
}

const OUTCOME_WORDS = {
  better: 'significant',
  worse: 'significant the other way round',
  neither: 'not significant',
} as const;

const OUTCOME_SIGNS = { better: '>', worse: '<', neither: '≈' } as const;

/** `student-large` as `large`. */
function sizeName(id: string): string {
  return id.replace('student-', '');
}

/** Whether each student does better on the leading metric than the next smaller one, and the largest than the smallest. */
function sizeSteps(runs: readonly ShippedRun[], metric: Metric): Step[] {
  const bySize = STUDENTS.flatMap((id) =>
    runs.filter(({ bundle }) => bundle.spec.roles.student.id === id).slice(0, 1),
  );
  const pairs = bySize.slice(1).map((smaller, index) => ({ larger: bySize[index], smaller }));
  if (bySize.length > 2) {
    const [largest, smallest] = [bySize.at(0), bySize.at(-1)];
    if (smallest !== undefined) pairs.push({ larger: largest, smaller: smallest });
  }
  return pairs.flatMap(({ larger, smaller }) => {
    if (larger === undefined) return [];
    const difference = pairedDifference(larger.rows, smaller.rows, metric);
    return [
      {
        larger: larger.bundle.spec.roles.student.id,
        smaller: smaller.bundle.spec.roles.student.id,
        difference,
        outcome: outcomeOf(difference),
      },
    ];
  });
}

function stepSentence({ larger, smaller, difference, outcome }: Step): string {
  return `${larger} less ${smaller}: ${formatInterval(difference)}, ${OUTCOME_WORDS[outcome]}.`;
}

function stepSign({ larger, smaller, outcome }: Step): string {
  return `${sizeName(larger)} ${OUTCOME_SIGNS[outcome]} ${sizeName(smaller)}`;
}

function ranked(runs: readonly ShippedRun[]): ShippedRun[] {
  const order = [...STUDENTS, ...BASELINES];
  const place = ({ bundle }: ShippedRun) => {
    const at = order.indexOf(bundle.spec.roles.student.id);
    return at < 0 ? order.length : at;
  };
  return [...runs].sort((a, b) => place(a) - place(b));
}

function studentTable(runs: readonly ShippedRun[], metrics: readonly Metric[]): string {
  const judged = runs.some(({ protocol }) => protocol.roles.includes('judge'));
  return table(
    ['Student', ...(judged ? ['Judge'] : []), ...metrics.map(({ title }) => title)],
    ranked(runs).map(({ bundle, rows }) => [
      modelName(bundle.spec.roles.student),
      ...(judged ? [modelName(bundle.spec.roles.judge)] : []),
      ...metrics.map((metric) => formatInterval(metricInterval(rows, metric))),
    ]),
  );
}

function judgeTable(runs: readonly ShippedRun[], metrics: readonly Metric[]): string {
  return table(
    ['Measured', ...runs.map(({ bundle }) => modelName(bundle.spec.roles.judge))],
    metrics.map((metric) => [
      metric.title,
      ...runs.map(({ rows }) => formatInterval(metricInterval(rows, metric))),
    ]),
  );
}

function chanceSentence(metrics: readonly Metric[]): string {
  const known = metrics.filter(({ chance }) => chance !== null);
  if (known.length === 0) return '';
  const parts = known.map(({ title, chance }) => `${title} ${String(chance)}`);
  return `Chance: ${parts.join(', ')}.`;
}

function ofProtocol(runs: readonly ShippedRun[]): string {
  const [first] = runs;
  if (first === undefined) return '';
  const { protocol, bundle, manifest } = first;
  const about = `Protocol \`${protocol.id}\` version ${String(protocol.version)} over ${String(bundle.units)} items, pack SHA-256 \`${bundle.spec.packHash.slice(0, 12)}…\`; estimates with 95 % bootstrap intervals over clusters.`;
  if (!protocol.roles.includes('student'))
    return [about, judgeTable(runs, protocol.metrics)].join('\n\n');
  const metrics = protocol.metrics.slice(0, MOST_METRICS);
  const [leading] = metrics;
  const steps = leading === undefined ? [] : sizeSteps(runs, leading);
  const majority =
    manifest.majorityReply === undefined
      ? ''
      : `The majority baseline always answers “${manifest.majorityReply.replaceAll('\n', ' / ')}”.`;
  return [
    about,
    studentTable(runs, metrics),
    [chanceSentence(metrics), majority].filter(Boolean).join(' '),
    steps.length === 0
      ? ''
      : `Order by size on ${leading?.title ?? ''} (paired bootstrap over the same items): ${steps.map(stepSentence).join(' ')}`,
  ]
    .filter(Boolean)
    .join('\n\n');
}

/** Tables of every pack, and the one that says on which packs the order by size is significant. */
export function describeResults(runs: readonly ShippedRun[]): {
  packs: PackResults[];
  summary: string;
} {
  const packIds = [...new Set(runs.map(({ manifest }) => manifest.id))];
  const packs = packIds.map((packId): PackResults => {
    const own = runs.filter(({ manifest }) => manifest.id === packId);
    // In the order in which the page offers them.
    const protocols = headsForKind(own[0]?.manifest.kind ?? '')
      .map(({ id }) => id)
      .filter((id) => own.some(({ protocol }) => protocol.id === id));
    return {
      packId,
      title: own[0]?.manifest.title ?? packId,
      text: protocols
        .map((id) => ofProtocol(own.filter(({ protocol }) => protocol.id === id)))
        .join('\n\n'),
    };
  });
  const lines = packIds.flatMap((packId) => {
    const ofPack = runs.filter(({ manifest }) => manifest.id === packId);
    // The protocol that the pack's board opens with; the others have other items, and other numbers.
    const opening = headsForKind(ofPack[0]?.manifest.kind ?? '')[0]?.id;
    const own = ofPack.filter(({ protocol }) => protocol.id === opening);
    const [first] = own;
    const leading = first?.protocol.metrics[0];
    if (first === undefined || leading === undefined) return [];
    const cell = (id: string): string => {
      const run = own.find(({ bundle }) => bundle.spec.roles.student.id === id);
      return run === undefined ? 'no run' : formatInterval(metricInterval(run.rows, leading));
    };
    const steps = sizeSteps(own, leading);
    return [
      [
        first.manifest.title,
        leading.title,
        ...[...STUDENTS, ...BASELINES].map(cell),
        steps.length === 0 ? 'no runs' : steps.map(stepSign).join(', '),
      ],
    ];
  });
  const summary = [
    'Every student on every pack, by the metric that leads the pack’s board: estimates with 95 % bootstrap intervals over clusters. The last column compares neighbouring sizes, and the largest with the smallest, by a paired bootstrap over the same items: > and < where the difference is significant, ≈ where it is not.',
    table(['Pack', 'Metric', ...STUDENTS, ...BASELINES, 'Order by size'], lines),
  ].join('\n\n');
  return { packs, summary };
}
