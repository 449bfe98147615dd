import { isNoModel } from '../../core/calls/model.ts';
import { findProtocol } from '../../core/protocols/registry.ts';
import type { RunSpec } from '../../core/runs/spec.ts';
import { formatDecimal } from '../formatNumber.ts';
import {
  describeModel,
  recomputeCommand,
  type Explanation,
  type ReceiptFact,
} from './receiptFacts.ts';

function fact(term: string, value: string, isCode = false): ReceiptFact {
  return { term, value, isCode };
}

function identity(spec: RunSpec, itemId: string): ReceiptFact[] {
  const { student, judge } = spec.roles;
  return [
    fact('Item', itemId, true),
    fact('Pack', spec.packId, true),
    fact('Pack hash', spec.packHash, true),
    fact('Protocol', `${spec.protocol.id}@${String(spec.protocol.version)}`, true),
    ...(isNoModel(student) ? [] : [fact('Student', describeModel(student), true)]),
    ...(isNoModel(judge) ? [] : [fact('Judge', describeModel(judge), true)]),
  ];
}

/** One of the numbers that an item was scored with, and the metrics that are computed from it. */
export function explainValue(
  spec: RunSpec,
  itemId: string,
  name: string,
  value: number,
): Explanation {
  const protocol = findProtocol(spec.protocol.id, spec.protocol.version);
  const fed = protocol?.metrics.filter(({ measuredBy }) => measuredBy === name) ?? [];
  return {
    facts: [
      fact(name, formatDecimal(value, 4)),
      fact('n', '1: the number of one item, without an interval'),
      ...fed.map(({ title, formula }) => fact(title, formula)),
      ...(fed.length === 0
        ? [fact('Used by', 'metrics that combine it with other values of the item')]
        : []),
      ...(protocol === undefined ? [] : [fact('How it is scored', protocol.method.summary)]),
      ...identity(spec, itemId),
    ],
    command: recomputeCommand(spec),
  };
}

/** The probabilities and points beside a judge's marks. */
export function explainMarks(spec: RunSpec, itemId: string): Explanation {
  return {
    facts: [
      fact(
        'Probability',
        'What the judge gives to “met”, of what it gives to all labels it may choose from: the log-probability of each as the continuation of the prompt, normalised.',
      ),
      fact('In symbols', 'p(met) = exp ℓ(met) / Σ_k exp ℓ(k)', true),
      fact(
        'Verdict',
        'Met or not met, by the likelier label; unscored where the labels together have too little of the probability to be a choice, or the reply could not be read.',
      ),
      fact(
        'Points',
        'The weight that the pack’s authors gave the criterion; below 0, it is met when the bad thing is there.',
      ),
      ...identity(spec, itemId),
    ],
    command: recomputeCommand(spec),
  };
}
