import { nice, ticks } from 'd3-array';

/** A run's figure in one panel. */
export interface PanelRow {
  readonly id: string;
  readonly label: string;
  readonly colour: string;
  readonly kind: 'student' | 'baseline';
  readonly interval: {
    readonly estimate: number;
    readonly low: number;
    readonly high: number;
    readonly n: number;
    readonly clusters?: number;
  } | null;
}

export interface Panel {
  readonly id: string;
  readonly title: string;
  readonly rows: readonly PanelRow[];
}

export interface PanelScale {
  /** Percent of a panel's width. */
  readonly at: (value: number) => number;
  readonly ticks: readonly { readonly value: number; readonly label: string }[];
}

/** One scale for all panels, or they could not be compared: 0 to 1, and further where an interval goes there. */
export function panelScale(panels: readonly Panel[]): PanelScale {
  const values = panels.flatMap(({ rows }) =>
    rows.flatMap(({ interval }) => (interval === null ? [] : [interval.low, interval.high])),
  );
  const [from, to] = nice(Math.min(0, ...values), Math.max(1, ...values), 4);
  return {
    at: (value) => ((value - from) / (to - from)) * 100,
    ticks: ticks(from, to, 2).map((value) => ({
      value,
      label: String(value).replace('-', '−'),
    })),
  };
}
