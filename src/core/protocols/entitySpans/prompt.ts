import type { EntitySpan } from '../../packs/entitySpans.ts';
import type { SplitPrompt } from '../verifyEvidence/prompt.ts';

/** What the student is asked: every entity of the note under its type. */
export function entityPrompt(text: string): SplitPrompt {
  return {
    prefix:
      'List every disorder, drug, procedure and lab of the note in order, one a line, also what is denied; none if there is none.\n' +
      `Note: ${text}\n`,
    suffix: 'Entities:',
  };
}

/** The right reply: `type: text` a line, in order of appearance, or `none`. */
export function entityReply(text: string, spans: readonly EntitySpan[]): string {
  if (spans.length === 0) return 'none';
  return spans.map(({ start, end, type }) => `${type}: ${text.slice(start, end)}`).join('\n');
}
