import { expect, test, type Page } from '@playwright/test';
import { expectNoSidewaysScroll, openSettled, shippedResult } from './helpers/site.ts';

const SIZES = {
  360: { width: 360, height: 740 },
  768: { width: 768, height: 1024 },
  1440: { width: 1440, height: 900 },
} as const;
const WIDTHS = ['360', '768', '1440'] as const;
const THEMES = ['light', 'dark'] as const;

type Width = (typeof WIDTHS)[number];
type Theme = (typeof THEMES)[number];
/** A picture that is kept: the screen at a width, in a theme. */
type Shot = `${Width}-${Theme}`;

const ALL_SHOTS = WIDTHS.flatMap((width) => THEMES.map((theme): Shot => `${width}-${theme}`));

interface View {
  /** Its pictures' files begin with this. */
  readonly name: string;
  /** Opens the view over what the site ships. */
  readonly open: (page: Page) => Promise<void>;
  /** What is kept as a picture; every width and theme is measured besides. */
  readonly shots: readonly Shot[];
}

async function shippedRunId(page: Page, packId: string, student: string): Promise<string> {
  const address = await shippedResult(page, packId, student);
  return decodeURIComponent(/#\/result\/([^/?]+)/u.exec(address)?.[1] ?? '');
}

async function openCompare(page: Page): Promise<void> {
  const large = await shippedRunId(page, 'multiple-choice', 'student-large');
  const small = await shippedRunId(page, 'multiple-choice', 'student-small');
  await openSettled(page, `#/compare?runs=${large},${small}`);
  await expect(page.getByText(/after Holm p/).first()).toBeVisible();
}

/** A view that an address alone names, once the text shows that stands in it last. */
function at(name: string, hash: string, last: string | RegExp, shots: readonly Shot[]): View {
  return {
    name,
    shots,
    open: async (page) => {
      await openSettled(page, hash);
      await expect(page.getByRole('main')).toContainText(last);
    },
  };
}

const VIEWS: readonly View[] = [
  at('boards', '#/boards/consult-rubrics', 'student-large', ALL_SHOTS),
  { name: 'compare', open: openCompare, shots: ALL_SHOTS },
  at('atlas', '#/atlas', 'ORBIT', ALL_SHOTS),
  {
    name: 'result',
    open: async (page) => {
      await openSettled(page, await shippedResult(page, 'multiple-choice', 'student-large'));
      await expect(page.getByRole('table', { name: 'Items of this run' })).toBeVisible();
    },
    shots: ['360-dark', '1440-light'],
  },
  {
    name: 'items',
    open: async (page) => {
      const run = await shippedRunId(page, 'note-errors', 'student-large');
      await openSettled(page, `#/items?runs=${run}`);
      await expect(page.getByRole('status').first()).toHaveText('200 items');
    },
    shots: ['360-light', '1440-dark'],
  },
  at('packs', '#/packs', 'consult', ['768-light', '1440-dark']),
  at('models', '#/models', 'student-large', ['360-light', '1440-dark']),
  at('published', '#/atlas/boards', 'MR-RML', ['768-dark', '1440-light']),
  at('distillTrain', '#/distill/train', 'exact reverse KL', ['360-dark', '1440-light']),
  at('distillExperiments', '#/distill/experiments', 'Name of arm 1', ['768-light', '1440-dark']),
];

/** Elements of main wider than it, but for what scrolls or is cut within a frame; run in the page. */
function listOverflow(): string[] {
  const main = document.querySelector('main');
  if (main === null) return ['there is no main'];
  const room = main.getBoundingClientRect();
  const isFramed = (element: Element): boolean => {
    for (let frame = element.parentElement; frame !== null && frame !== main;) {
      // What a drawing holds is cut at the drawing's edge.
      if (frame instanceof SVGSVGElement) return true;
      if (getComputedStyle(frame).overflowX !== 'visible') return true;
      frame = frame.parentElement;
    }
    return false;
  };
  return [...main.querySelectorAll('*')].flatMap((element) => {
    if (!element.checkVisibility({ visibilityProperty: true })) return [];
    const box = element.getBoundingClientRect();
    // Text for screen readers alone is a pixel wide and may lie anywhere.
    if (box.width <= 1 || box.height <= 1) return [];
    if (box.right <= room.right + 0.5 && box.left >= room.left - 0.5) return [];
    if (isFramed(element)) return [];
    const sides = `${String(Math.round(box.left))} to ${String(Math.round(box.right))}`;
    return [`${element.tagName} ${element.getAttribute('class') ?? ''} from ${sides}`];
  });
}

async function settle(page: Page, width: Width, theme: Theme): Promise<void> {
  await page.setViewportSize(SIZES[width]);
  await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
  await page.evaluate(async () => {
    await document.fonts.ready;
    scrollTo(0, 0);
  });
}

test.use({ locale: 'en-GB', timezoneId: 'UTC', deviceScaleFactor: 1 });

for (const view of VIEWS) {
  test(`${view.name} keeps its layout at every width, light and dark`, async ({ page }) => {
    test.setTimeout(180_000);
    // Each width is opened anew, as a reader of that screen would meet it.
    for (const width of WIDTHS) {
      await settle(page, width, 'light');
      await view.open(page);
      for (const theme of THEMES) {
        const what = `${view.name}, ${width} px, ${theme}`;
        await settle(page, width, theme);
        await expectNoSidewaysScroll(page, what);
        expect(await page.evaluate(listOverflow), what).toEqual([]);
        const shot: Shot = `${width}-${theme}`;
        if (view.shots.includes(shot))
          // Soft, so that one run shows every picture that differs.
          await expect.soft(page).toHaveScreenshot(`${view.name}-${shot}.png`);
      }
    }
  });
}
