/** Why a run stopped before its end, in words for the reader. */
export interface RunProblem {
  code: string;
  /** What happened, and what to do. What was kept is said by the state itself. */
  message: string;
}

export type RunStatus = 'planned' | 'running' | 'paused' | 'cancelled' | 'failed' | 'finished';

/**
 * Where a run is. Only `reduceRun` makes the next one, so what the page shows, what is stored and
 * what a test replays cannot drift apart.
 */
export interface RunState {
  status: RunStatus;
  unitsTotal: number;
  unitsDone: number;
  /** Calls that a model answered in this run's lifetime, over all sittings. */
  callsMade: number;
  /** Calls that the memo table answered instead. */
  callsRemembered: number;
  /** Criteria whose judge reply could not be read. */
  unscored: number;
  /** Milliseconds spent running, over all sittings. */
  activeMs: number;
  problem: RunProblem | null;
}

export type RunEvent =
  | { kind: 'planned'; unitsTotal: number; unitsDone: number; unscored: number }
  | { kind: 'started' }
  | { kind: 'callMade' }
  | { kind: 'callRemembered' }
  | { kind: 'unitScored'; unscored: number }
  | { kind: 'ticked'; elapsedMs: number }
  | { kind: 'paused' }
  | { kind: 'cancelled' }
  | { kind: 'failed'; problem: RunProblem };

/** A run of which nothing is known yet. */
export const initialRunState: RunState = {
  status: 'planned',
  unitsTotal: 0,
  unitsDone: 0,
  callsMade: 0,
  callsRemembered: 0,
  unscored: 0,
  activeMs: 0,
  problem: null,
};

function withUnitDone(state: RunState, unscored: number): RunState {
  const unitsDone = state.unitsDone + 1;
  return {
    ...state,
    unitsDone,
    unscored: state.unscored + unscored,
    status: unitsDone >= state.unitsTotal ? 'finished' : state.status,
  };
}

/** The next state. Pure; events that make no sense in a state leave it as it is. */
export function reduceRun(state: RunState, event: RunEvent): RunState {
  if (event.kind === 'planned') {
    const { unitsTotal, unitsDone, unscored } = event;
    const finished = unitsTotal > 0 && unitsDone >= unitsTotal;
    return {
      ...state,
      unitsTotal,
      unitsDone,
      unscored,
      status: finished ? 'finished' : state.status,
    };
  }
  if (event.kind === 'started') {
    return state.status === 'finished' ? state : { ...state, status: 'running', problem: null };
  }
  if (event.kind === 'cancelled') {
    return state.status === 'finished' ? state : { ...state, status: 'cancelled' };
  }
  if (state.status !== 'running') return state;
  switch (event.kind) {
    case 'callMade':
      return { ...state, callsMade: state.callsMade + 1 };
    case 'callRemembered':
      return { ...state, callsRemembered: state.callsRemembered + 1 };
    case 'unitScored':
      return withUnitDone(state, event.unscored);
    case 'ticked':
      return { ...state, activeMs: state.activeMs + event.elapsedMs };
    case 'paused':
      return { ...state, status: 'paused' };
    case 'failed':
      return { ...state, status: 'failed', problem: event.problem };
  }
}

/** Whether a run can be taken up again. */
export function canResume(state: RunState): boolean {
  return state.status !== 'finished' && state.status !== 'running';
}

/** Speed of a run and the time it still needs; null until something was measured. */
export interface Pace {
  unitsPerMinute: number;
  secondsLeft: number;
}

/**
 * Pace over this sitting only: units that earlier sittings had done cost this one nothing and
 * would flatter the estimate.
 */
export function paceOf(
  state: RunState,
  sitting: { unitsAtStart: number; activeMsAtStart: number },
): Pace | null {
  const units = state.unitsDone - sitting.unitsAtStart;
  const ms = state.activeMs - sitting.activeMsAtStart;
  if (units <= 0 || ms <= 0) return null;
  const unitsPerMinute = units / (ms / 60_000);
  return {
    unitsPerMinute,
    secondsLeft: ((state.unitsTotal - state.unitsDone) / unitsPerMinute) * 60,
  };
}
