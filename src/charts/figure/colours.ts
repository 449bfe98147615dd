import type { ColourOf } from '../../core/figures/sceneSvg.ts';
import type { Paint } from '../../core/figures/scene.ts';

/**
 * Colours of tokens as they are computed where `element` stands, for a canvas or a file, which know no custom properties. Each is asked
 * of the browser once.
 */
export function coloursAt(element: Element): ColourOf {
  const probe = document.createElement('span');
  const known = new Map<Paint, string>();
  return (paint) => {
    const before = known.get(paint);
    if (before !== undefined) return before;
    probe.style.color = `var(${paint})`;
    element.append(probe);
    const { color } = getComputedStyle(probe);
    probe.remove();
    known.set(paint, color);
    return color;
  };
}

/** Calls back when the page turns light or dark, by the reader's choice or the device's. */
export function onThemeChange(changed: () => void): () => void {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  dark.addEventListener('change', changed);
  return () => {
    observer.disconnect();
    dark.removeEventListener('change', changed);
  };
}
