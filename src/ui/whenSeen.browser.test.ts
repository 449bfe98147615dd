import { createRawSnippet, mount, unmount } from 'svelte';
import { afterEach, expect, it } from 'vitest';
import WhenSeen from './WhenSeen.svelte';

let mounted: object | null = null;

afterEach(async () => {
  if (mounted !== null) await unmount(mounted);
  mounted = null;
  document.body.replaceChildren();
});

it('draws nothing until it comes into view, and keeps what it drew', async () => {
  const above = document.createElement('div');
  above.style.height = '4000px';
  const target = document.createElement('div');
  document.body.append(above, target);
  const children = createRawSnippet(() => ({ render: () => '<p>a figure</p>' }));
  mounted = mount(WhenSeen, { target, props: { children } });
  // An observer reports once on what it begins with.
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(target.textContent).toBe('');
  scrollTo(0, 4000);
  await expect.poll(() => target.textContent).toBe('a figure');
  scrollTo(0, 0);
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(target.textContent).toBe('a figure');
});
