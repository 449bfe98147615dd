/**
 * Who may import whom (ARCHITECTURE.md). Each rule names a room and what it may reach inside the repository;
 * `scripts/dependencyRules.test.ts` breaks every one of them on purpose.
 */

const INSIDE = '^(src|workers|scripts|e2e)/';
const PURE_LIBRARIES = ['valibot', 'd3-array', '@noble/hashes', 'fflate', 'minisearch'];
const NOT_TESTS = '\\.test\\.ts$';

/**
 * @param {string} name
 * @param {string} room path pattern of the importing files
 * @param {string} allowed path pattern of what they may import inside the repository
 * @param {string} comment
 */
function room(name, room, allowed, comment) {
  return {
    name,
    severity: 'error',
    comment,
    from: { path: room },
    to: { path: INSIDE, pathNot: allowed },
  };
}

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'Files that import each other cannot be read one after the other.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-unresolved',
      severity: 'error',
      comment: 'An import that leads nowhere.',
      from: {},
      to: { couldNotResolve: true, pathNot: '^(virtual:|node:)' },
    },
    {
      name: 'core-small-pure-libraries',
      severity: 'error',
      comment: 'core imports only small pure libraries.',
      from: { path: '^src/core/', pathNot: NOT_TESTS },
      to: {
        pathNot: ['^src/', '^\\.', `(^|node_modules/)(${PURE_LIBRARIES.join('|')})(/|$)`],
      },
    },
    room('core-alone', '^src/core/', '^src/core/', 'core knows no other room.'),
    room('rpc-to-core', '^src/rpc/', '^src/(rpc|core)/', 'rpc imports core.'),
    room('db-to-core', '^src/db/', '^src/(db|core)/', 'db imports core.'),
    room('io-to-core', '^src/io/', '^src/(io|core)/', 'io imports core.'),
    room(
      'chart-layout-to-core',
      '^src/charts/([^/]+)/.*layout[^/]*\\.ts$',
      '^src/(core/|charts/$1/)',
      'A layout is pure: core and its own folder.',
    ),
    room('charts-to-core-and-ui', '^src/charts/', '^src/(charts|core|ui)/', 'charts draw.'),
    room('ui-to-core', '^src/ui/', '^src/(ui|core|styles)/', 'ui pieces know no data source.'),
    room('workers-to-core-and-rpc', '^workers/', '^(workers|src/(core|rpc))/', 'Workers serve.'),
    room(
      'lab-to-core-rpc-db-io',
      '^src/lab/',
      '^src/(lab|core|rpc|db|io)/',
      'lab acts, and knows nothing of how it is shown.',
    ),
    room(
      'views-to-lab-charts-ui-core',
      '^src/views/([^/]+)/',
      '^src/(views/$1|lab|charts|ui|core|styles)/',
      'A view never reaches db, rpc or another view.',
    ),
    {
      name: 'styles-in-tests-only',
      severity: 'error',
      comment: 'The page loads the stylesheets once; a test of a piece has to load them itself.',
      from: { path: '^src/(ui|views)/', pathNot: NOT_TESTS },
      to: { path: '^src/styles/' },
    },
    room(
      'cli-to-core-io',
      '^src/cli/(?!trainer/)',
      '^(src/(cli|core|io|rpc)|scripts)/',
      'The terminal uses the same core, and the scripts that find a browser and serve the site.',
    ),
    room(
      'cli-trainer-to-core-and-trainer',
      '^src/cli/trainer/',
      '^(src/(cli/trainer|core|rpc)|workers/trainer|scripts)/',
      'Training in the terminal uses the trainer without its worker.',
    ),
    {
      name: 'nobody-imports-workers',
      severity: 'error',
      comment:
        'src/lab/composition.ts starts workers by URL; nobody imports them, but for the trainer of the terminal.',
      from: { pathNot: '^(workers|src/cli/trainer)/' },
      to: { path: '^workers/' },
    },
    {
      name: 'nobody-imports-cli',
      severity: 'error',
      comment: 'cli is an end of the program.',
      from: { path: '^(src|workers)/', pathNot: '^src/cli/' },
      to: { path: '^(src/cli|scripts|e2e)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['svelte', 'import', 'browser', 'default', 'types'],
      extensions: ['.ts', '.js', '.svelte', '.d.ts', '.json'],
    },
  },
};
