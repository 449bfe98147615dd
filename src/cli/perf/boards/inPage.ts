/*
 * Run inside the page, each as text of its own: nothing from outside a function reaches it.
 */

declare global {
  interface Window {
    /** Tasks of more than 50 ms since the page began: start and length, ms. */
    longTasks: { start: number; ms: number }[];
    /** When figure and search could be used, ms since the page began; null until then. */
    usableAt: number | null;
  }
}

/** Begins to watch before anything of the page runs. */
export function watchPage(): void {
  window.longTasks = [];
  window.usableAt = null;
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries())
      window.longTasks.push({ start: startTime, ms: duration });
  }).observe({ type: 'longtask', buffered: true });
  const look = (): void => {
    const isThere =
      document.querySelector('table.rows tbody tr a') !== null &&
      document.querySelector('input[type=search]') !== null;
    // The paint after the next frame is one that shows it.
    if (isThere)
      requestAnimationFrame(() => {
        window.usableAt = performance.now();
      });
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** Presses a heading or a checkbox, or types into the search; ms until the table says so on the screen. */
export async function timeChange(change: {
  kind: 'sort' | 'search' | 'check';
  text: string;
}): Promise<number> {
  const nextFrame = async (): Promise<void> => {
    await new Promise((resolve) => requestAnimationFrame(resolve));
  };
  const table = (): Element | null => document.querySelector('table[aria-rowcount]');
  const state = (): string =>
    [
      table()?.getAttribute('aria-rowcount') ?? 'none',
      [...(table()?.querySelectorAll('th[aria-sort]') ?? [])]
        .map((cell) => `${cell.textContent} ${cell.getAttribute('aria-sort') ?? ''}`)
        .join(),
    ].join();
  const before = state();
  const begun = performance.now();
  if (change.kind === 'search') {
    const field = document.querySelector<HTMLInputElement>('input[type=search]');
    if (field === null) throw new Error('There is no search.');
    field.value = change.text;
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  } else {
    const selector = change.kind === 'sort' ? 'thead th button' : 'fieldset label';
    const target = [...document.querySelectorAll<HTMLElement>(selector)].find((element) =>
      element.textContent.trim().startsWith(change.text),
    );
    if (target === undefined) throw new Error(`There is nothing called ${change.text}.`);
    target.click();
  }
  while (state() === before) {
    await nextFrame();
    if (performance.now() - begun > 10_000) throw new Error(`${change.text} changed nothing.`);
  }
  // The change was seen in a frame’s callback, which comes before that frame is painted; the next one’s comes after.
  await nextFrame();
  return performance.now() - begun;
}

/** Scrolls the board’s frame from its top, `step` pixels a frame; the long tasks meanwhile, ms, and the frames. */
export async function scrollBoard(step: number): Promise<{ longTasks: number[]; frames: number }> {
  const frame = document.querySelector('table[aria-rowcount]')?.parentElement;
  if (!frame) throw new Error('There is no board.');
  frame.scrollTop = 0;
  await new Promise((resolve) => setTimeout(resolve, 300));
  const begun = performance.now();
  let frames = 0;
  while (frames < 240 && frame.scrollTop + frame.clientHeight < frame.scrollHeight - 1) {
    frame.scrollTop += step;
    frames += 1;
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
  // Entries come a little after their tasks.
  await new Promise((resolve) => setTimeout(resolve, 500));
  return {
    longTasks: window.longTasks.filter(({ start }) => start >= begun).map(({ ms }) => ms),
    frames,
  };
}
