import { expect, test } from 'vitest';
import { firstRouteFiles } from './bundleSize.ts';

test('counts what the entry imports statically, once, and nothing that is loaded later', () => {
  const files = firstRouteFiles({
    'index.html': { file: 'assets/index.js', isEntry: true, imports: ['_a.js', '_b.js'] },
    '_a.js': { file: 'assets/a.js', imports: ['_b.js'] },
    '_b.js': { file: 'assets/b.js', imports: ['_a.js'] },
    'src/views/run/Run.svelte': { file: 'assets/run.js', imports: ['_a.js', '_c.js'] },
    '_c.js': { file: 'assets/c.js' },
    'style.css': { file: 'assets/style.css' },
  });
  expect(files).toEqual(['assets/a.js', 'assets/b.js', 'assets/index.js']);
});
