/**
 * Where a run came from: played in this browser, shipped with the site, received by link, read from a file, or made up by
 * `npm run perf -- boards` to measure how boards behave with many runs.
 */
export const RUN_ORIGINS = ['local', 'reference', 'shared', 'imported', 'synthetic'] as const;
export type RunOrigin = (typeof RUN_ORIGINS)[number];
