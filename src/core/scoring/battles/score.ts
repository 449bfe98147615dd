import { bradleyTerry, type RatedModel } from '../../stats/ratings/bradleyTerry.ts';
import { countBattles, type Battle } from '../../stats/ratings/battles.ts';
import { elo } from '../../stats/ratings/elo.ts';
import { winRate } from '../../stats/ratings/winRate.ts';
import { meanMetric, reportMetrics, type FlatReport, type SavedMetric } from '../savedMetric.ts';
import type { SavedBattle } from './rows.ts';

type ScoredBattle = SavedBattle & Battle;

function isScored(battle: SavedBattle): battle is ScoredBattle {
  return battle.outcome !== null;
}

/** What an order that means nothing adds to Elo ratings is averaged away over so many. */
const ELO_ORDERS = 10;

/** What a battle is to one of its models: 1 won, 0.5 tied, 0 lost; null where nobody knows. */
function creditOf(model: string, { first, outcome }: SavedBattle): number | null {
  if (outcome === null) return null;
  if (outcome === 'tie') return 0.5;
  return Number((outcome === 'first') === (first === model));
}

/** The battles of each model, in order of appearance. */
function battlesByModel(battles: readonly SavedBattle[]): Map<string, SavedBattle[]> {
  const byModel = new Map<string, SavedBattle[]>();
  for (const battle of battles) {
    for (const model of [battle.first, battle.second]) {
      const own = byModel.get(model);
      if (own === undefined) byModel.set(model, [battle]);
      else own.push(battle);
    }
  }
  return byModel;
}

function winRates(byModel: ReadonlyMap<string, SavedBattle[]>): SavedMetric<SavedBattle>[] {
  return [...byModel].map(([model, rows]) => ({
    ...meanMetric<SavedBattle>(`win_rate:${model}`, (battle) => creditOf(model, battle)),
    rows,
  }));
}

/** The ratings of every model by its name; empty without battles. */
function ratingsOf(
  battles: readonly ScoredBattle[],
  interval: 'bootstrap' | 'sandwich',
): Map<string, RatedModel> {
  if (battles.length === 0) return new Map();
  const rated = bradleyTerry(countBattles(battles), { interval });
  return new Map(rated.map((one) => [one.model, one]));
}

/** How many groups of models there are of which no one has met a model of another group. */
function groupsOfModels(battles: readonly ScoredBattle[]): number {
  const heads = new Map<string, string>();
  const headOf = (model: string): string => {
    let head = model;
    for (let next = heads.get(head); next !== undefined; next = heads.get(head)) head = next;
    return head;
  };
  const models = new Set<string>();
  let groups = 0;
  for (const { first, second } of battles) {
    for (const model of [first, second]) {
      if (models.has(model)) continue;
      models.add(model);
      groups += 1;
    }
    const [one, two] = [headOf(first), headOf(second)];
    if (one === two) continue;
    heads.set(two, one);
    groups -= 1;
  }
  return groups;
}

function notesOf(battles: readonly ScoredBattle[], clusters: number): string[] {
  const groups = groupsOfModels(battles);
  return [
    ...(groups > 1
      ? [
          `The models fall into ${String(groups)} groups that never met: ratings compare within a group, not between them.`,
        ]
      : []),
    ...(clusters < battles.length
      ? [
          'The intervals and ranks of Bradley-Terry ratings take battles for independent, although some share a cluster; those of win rates draw clusters.',
        ]
      : []),
  ];
}

/**
 * Ratings of models from battles, best first: Bradley-Terry with both intervals and the ranks that follow from them, Elo over
 * shuffled orders, and win rates. A battle without a winner is left out and counted.
 */
export function scoreBattles(rows: readonly SavedBattle[]): {
  report: FlatReport;
  notes: readonly string[];
} {
  const scored = rows.filter(isScored);
  const clusters = new Set(scored.map(({ cluster }) => cluster)).size;
  const drawn = ratingsOf(scored, 'bootstrap');
  const sandwich = ratingsOf(scored, 'sandwich');
  const byModel = battlesByModel(rows);
  const elos = new Map(elo(scored, { orders: ELO_ORDERS }).map((one) => [one.model, one.rating]));
  const rates = reportMetrics(rows, winRates(byModel));
  const report = new Map<string, number | null>([
    ['n_samples', scored.length],
    ['n_unscored', rows.length - scored.length],
  ]);
  // From two clusters on there is something to draw; one battle says nothing of how sure a rating is.
  const sure = (one: RatedModel | undefined) => (clusters < 2 ? undefined : one);
  const best = new Set([...drawn.keys(), ...byModel.keys()]);
  for (const model of best) {
    const rating = drawn.get(model);
    const [ends, errors] = [sure(rating), sure(sandwich.get(model))];
    const own = byModel.get(model) ?? [];
    const name = `bradley_terry:${model}`;
    report.set(name, rating?.rating ?? null);
    report.set(`${name}:n_samples`, rating?.battles ?? 0);
    report.set(`${name}:n_unscored`, own.length - (rating?.battles ?? 0));
    report.set(`${name}:low`, ends?.low ?? null);
    report.set(`${name}:high`, ends?.high ?? null);
    report.set(`${name}:sandwich_low`, errors?.low ?? null);
    report.set(`${name}:sandwich_high`, errors?.high ?? null);
    report.set(`rank:${model}`, ends?.rank ?? null);
    report.set(`rank_last:${model}`, ends?.lastRank ?? null);
    report.set(`rank_sandwich:${model}`, errors?.rank ?? null);
    report.set(`rank_sandwich_last:${model}`, errors?.lastRank ?? null);
    report.set(`elo:${model}`, elos.get(model) ?? null);
    for (const end of ['', ':n_samples', ':n_unscored', ':low', ':high'])
      report.set(`win_rate:${model}${end}`, rates.get(`win_rate:${model}${end}`) ?? null);
    const credits = own.map((battle) => creditOf(model, battle)).filter((one) => one !== null);
    const counts = winRate(credits.map((credit) => 1 + credit));
    report.set(`wins:${model}`, counts?.wins ?? 0);
    report.set(`ties:${model}`, counts?.ties ?? 0);
    report.set(`losses:${model}`, counts?.losses ?? 0);
  }
  return { report, notes: notesOf(scored, clusters) };
}
