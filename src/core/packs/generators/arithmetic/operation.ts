/** What can be done to a number. `times 2` and `halve` have words of their own. */
export type Operation =
  | { kind: 'add'; by: number }
  | { kind: 'subtract'; by: number }
  | { kind: 'times'; by: number }
  | { kind: 'halve' };

/** The result of an operation, and the line that writes it down. */
export interface WorkedStep {
  result: number;
  written: string;
}

/** Does one operation: `37` and `add 48` give 85 and `37 + 48 = 85`. */
export function workStep(value: number, operation: Operation): WorkedStep {
  const [sign, by, result] = partsOf(value, operation);
  return { result, written: `${String(value)} ${sign} ${String(by)} = ${String(result)}` };
}

function partsOf(value: number, operation: Operation): [string, number, number] {
  switch (operation.kind) {
    case 'add':
      return ['+', operation.by, value + operation.by];
    case 'subtract':
      return ['-', operation.by, value - operation.by];
    case 'times':
      return ['x', operation.by, value * operation.by];
    case 'halve':
      return ['/', 2, value / 2];
  }
}
