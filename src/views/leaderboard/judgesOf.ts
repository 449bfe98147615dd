import { modelKeyAnyDevice } from '../../core/calls/model.ts';
import { judgeStanding, type JudgeStanding } from '../../core/runs/judgeStanding.ts';
import type { BoardRun } from '../../core/runs/board/boardEntry.ts';

/** A judge of a board, with the first of its runs there. */
export interface BoardJudge {
  key: string;
  run: BoardRun;
  standing: JudgeStanding;
}

/** Each judge of a board once, whatever it ran on, with what all runs say of it. */
export function judgesOf(runs: readonly BoardRun[], all: readonly BoardRun[]): BoardJudge[] {
  const judges = new Map<string, BoardJudge>();
  for (const run of runs) {
    const { roles, packHash } = run.spec;
    const key = modelKeyAnyDevice(roles.judge);
    if (judges.has(key)) continue;
    judges.set(key, { key, run, standing: judgeStanding(roles.judge, packHash, all) });
  }
  return [...judges.values()];
}
