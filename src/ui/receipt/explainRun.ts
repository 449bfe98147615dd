import type { ModelRef } from '../../core/calls/model.ts';
import { describeStamp } from '../../core/parity/describeStamp.ts';
import type { ParityStamp } from '../../core/parity/stamp.ts';
import type { JudgeStanding } from '../../core/runs/judgeStanding.ts';
import type { RunSummary } from '../../core/runs/runSummary.ts';
import type { RunSpec } from '../../core/runs/spec.ts';
import type { Parity } from '../../core/share/bundle.ts';
import { formatCount, formatDelta, formatInterval, formatQuantity } from '../formatNumber.ts';
import { formatDay } from '../formatTime.ts';
import { notCounted } from '../run/describeRun.ts';
import {
  describeInterval,
  describeModel,
  recomputeCommand,
  type Explanation,
  type ReceiptFact,
} from './receiptFacts.ts';

function fact(term: string, value: string, isCode = false): ReceiptFact {
  return { term, value, isCode };
}

function identity(spec: RunSpec): ReceiptFact[] {
  return [
    fact('Pack', spec.packId, true),
    fact('Pack hash', spec.packHash, true),
    fact('Protocol', `${spec.protocol.id}@${String(spec.protocol.version)}`, true),
  ];
}

/** The figures of one replay. The command replays as many items on the same device. */
export function explainReplay(spec: RunSpec, parity: Parity): Explanation {
  const { units, calls, choices, flips, texts, textsChanged, maxAbsDeltaLogprob } = parity;
  const command = recomputeCommand(spec);
  const replay = ` --replay ${String(units)} --replay-device ${parity.device}`;
  return {
    facts: [
      fact(
        'What is compared',
        'The first items of the plan are asked again with nothing remembered; each reply is held beside the remembered one of the same call.',
      ),
      fact('Items and calls', `${formatCount(units)} and ${formatCount(calls)}`),
      fact(
        'Verdict flips',
        `${formatCount(flips)} of ${formatQuantity(choices, 'choice')}: those whose most probable label is another`,
      ),
      fact(
        'Texts changed',
        `${formatCount(textsChanged)} of ${formatCount(texts)}: those not equal letter by letter`,
      ),
      fact(
        'Max |Δ logprob|',
        `${maxAbsDeltaLogprob === null ? 'not measured' : `${formatDelta(maxAbsDeltaLogprob)} nats`}: maxᵢⱼ |log pᵢⱼ − log p′ᵢⱼ| over the labels j of every choice i and the tokens of every text that was scored`,
      ),
      fact('Not comparable', formatQuantity(parity.incomparable, 'call')),
      fact(
        'Replayed on',
        parity.hardware === '' ? parity.device : `${parity.device}, ${parity.hardware}`,
      ),
      fact('When', formatDay(parity.checkedAt)),
      ...identity(spec),
    ],
    // A comment says why nothing can be run; and what follows a comment is not read.
    command: command.startsWith('#') ? command : command.replace(/(?= #|$)/u, replay),
  };
}

/** The figures of a parity probe. */
export function explainStamp(model: ModelRef, stamp: ParityStamp): Explanation {
  return {
    facts: [
      fact('Model', describeModel(model), true),
      fact('Verdict', describeStamp(stamp)),
      fact(
        'What is compared',
        'Fixed prompts are read on the device and over wasm: log-probabilities of the same next tokens, the likeliest token at each position, and what is written greedily.',
      ),
      fact(
        'Mean KL',
        'KL = Σ_v p(v) (log p(v) − log q(v)) at a position, p of the device and q of wasm, averaged over positions, in nats',
      ),
      ...('checkedAt' in stamp
        ? [
            fact(
              'Probe',
              `version ${String(stamp.probe)}, ${formatQuantity(stamp.figures.prompts, 'prompt')}`,
            ),
            fact('On', `${stamp.hardware}, ${stamp.runtime}`),
            fact('When', formatDay(stamp.checkedAt)),
          ]
        : []),
    ],
    command: null,
  };
}

/** What a judge's standing rests on. */
export function explainStanding(judge: ModelRef, standing: JudgeStanding): Explanation {
  const interval = standing.kind === 'not-validated' ? null : standing.interval;
  return {
    facts: [
      fact('Judge', describeModel(judge), true),
      ...(interval === null
        ? []
        : [
            fact('Balanced accuracy', formatInterval(interval, 3)),
            fact(
              'Rows',
              `${formatQuantity(interval.n, 'item')} in ${formatQuantity(interval.clusters, 'cluster')}`,
            ),
            fact('Interval', describeInterval(interval)),
          ]),
      fact(
        'Formula',
        'Mean of the recall of met and the recall of not met, of the judge’s marks of every criterion on both reference answers, against the authors’ marks.',
      ),
      fact('In symbols', '½ (TP / (TP + FN) + TN / (TN + FP))', true),
      fact(
        'Rule',
        'A judge can rank where the whole 95 % interval lies above 0.50, which a coin gets. The rule is ours.',
      ),
      fact(
        'Evidence',
        'The finished run of judge validity over this very pack, with the same weights, that covers most items; devices are not told apart.',
      ),
    ],
    command: null,
  };
}

/** What a run's numbers leave out, and what becomes of it. */
export function explainNotCounted(spec: RunSpec, summary: RunSummary): Explanation {
  return {
    facts: [
      fact('Not counted', notCounted(spec, summary)),
      fact('Items', formatCount(summary.units)),
      fact(
        'Unscored',
        'Criteria whose judge reply could not be read: left out above and below the line, because the fault is the instrument’s.',
      ),
      fact(
        'Unreadable',
        'Answers without the asked-for form: counted as wrong, because the fault is the student’s own.',
      ),
      ...identity(spec),
    ],
    command: recomputeCommand(spec),
  };
}
