import { describe, expect, it } from 'vitest';
import { canResume, initialRunState, paceOf, reduceRun, type RunEvent } from './state.ts';

function after(...events: RunEvent[]) {
  return events.reduce(reduceRun, initialRunState);
}

const planned: RunEvent = { kind: 'planned', unitsTotal: 3, unitsDone: 0, unscored: 0 };
const scored: RunEvent = { kind: 'unitScored', unscored: 1 };

describe('reduceRun', () => {
  it('finishes with the last unit and counts what could not be read', () => {
    const state = after(planned, { kind: 'started' }, scored, scored, scored);
    expect(state).toMatchObject({ status: 'finished', unitsDone: 3, unscored: 3 });
    expect(canResume(state)).toBe(false);
  });

  it('goes on after a pause, a failure and a cancellation with what was done', () => {
    const stops: RunEvent[] = [
      { kind: 'paused' },
      { kind: 'cancelled' },
      { kind: 'failed', problem: { code: 'x', message: 'y' } },
    ];
    for (const stop of stops) {
      const stopped = after(planned, { kind: 'started' }, scored, stop);
      expect(canResume(stopped)).toBe(true);
      const resumed = reduceRun(stopped, { kind: 'started' });
      expect(resumed).toMatchObject({ status: 'running', unitsDone: 1, problem: null });
    }
  });

  it('ignores events of a run that does not run', () => {
    const paused = after(planned, { kind: 'started' }, { kind: 'paused' });
    expect(reduceRun(paused, scored)).toBe(paused);
    expect(reduceRun(paused, { kind: 'callMade' })).toBe(paused);
  });

  it('is finished when every unit was scored in earlier sittings', () => {
    expect(after({ kind: 'planned', unitsTotal: 2, unitsDone: 2, unscored: 0 }).status).toBe(
      'finished',
    );
  });
});

describe('paceOf', () => {
  it('leaves out what earlier sittings did', () => {
    const state = { ...initialRunState, unitsTotal: 100, unitsDone: 60, activeMs: 70_000 };
    expect(paceOf(state, { unitsAtStart: 50, activeMsAtStart: 10_000 })).toEqual({
      unitsPerMinute: 10,
      secondsLeft: 240,
    });
    expect(paceOf(state, { unitsAtStart: 60, activeMsAtStart: 10_000 })).toBeNull();
  });
});
