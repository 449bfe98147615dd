/** What a key asks of the explorer. */
export type ExplorerKey = 'search' | 'next' | 'previous' | 'close' | 'keys' | 'leave-search';

const KEYS: ReadonlyMap<string, ExplorerKey> = new Map([
  ['/', 'search'],
  ['j', 'next'],
  ['ArrowRight', 'next'],
  ['k', 'previous'],
  ['ArrowLeft', 'previous'],
  ['Escape', 'close'],
  ['?', 'keys'],
]);

/** Controls whose keys are their own; a receipt and a region that scrolls take arrows and Escape themselves. */
const CONTROLS = 'input, select, textarea, dialog, [popover]';

/** What a key press means, or null where it belongs to a control or goes with Ctrl, Alt or Meta. */
export function keyOf(event: KeyboardEvent, search: Element | undefined): ExplorerKey | null {
  if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return null;
  const { target } = event;
  if (target === search) {
    return event.key === 'Escape' ? 'leave-search' : null;
  }
  if (target instanceof Element) {
    if (target.closest(CONTROLS) !== null) return null;
    const isArrow = event.key.startsWith('Arrow');
    if (isArrow && target.closest('[role="region"]') !== null) return null;
  }
  // A receipt that is open is what Escape closes first.
  if (event.key === 'Escape' && document.querySelector('[popover]:popover-open') !== null) {
    return null;
  }
  return KEYS.get(event.key) ?? null;
}
