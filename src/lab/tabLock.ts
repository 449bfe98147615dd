/** One tab of this browser plays at a time: there is one device, and one memo table. */
const LOCK = 'benchside-play';

/**
 * Runs a task while no other tab plays. False when another one does, and nothing was run. The lock
 * also keeps a hidden tab from being frozen. A page without locks (plain http) plays without one.
 */
export async function whileNoOtherTabPlays(task: () => Promise<void>): Promise<boolean> {
  return await whileAlone(LOCK, task);
}

/** Runs a task while no other tab has the lock of that name, under the same terms. */
export async function whileAlone(name: string, task: () => Promise<void>): Promise<boolean> {
  if (!('locks' in navigator)) {
    await task();
    return true;
  }
  return await navigator.locks.request(name, { ifAvailable: true }, async (lock) => {
    if (lock === null) return false;
    await task();
    return true;
  });
}
