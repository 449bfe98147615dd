import type { EndpointReport } from '../../core/endpoints/endpoint.ts';
import { formatQuantity } from '../../ui/formatNumber.ts';

/** What a test of a connection found out, in sentences. `asked` is the model's name, or empty. */
export function describeReport({ models, probe }: EndpointReport, asked: string): string[] {
  const lines: string[] = [];
  if (models === null) lines.push('The server answers, but has no list of models.');
  else {
    const listed = `The server lists ${formatQuantity(models.length, 'model')}`;
    if (asked === '') lines.push(`${listed}. Choose one of them.`);
    else if (models.includes(asked)) lines.push(`${listed}, ${asked} among them.`);
    else lines.push(`${listed}, ${asked} not among them; it answers to that name all the same.`);
  }
  if (probe === null) return lines;
  if (probe.logprobs.kind === 'given') {
    const { candidates } = probe.logprobs;
    lines.push(
      `Log-probabilities are given, for ${formatQuantity(candidates, 'candidate')} a token: it can judge and choose.`,
    );
  } else {
    lines.push(
      `Log-probabilities are not given: it can write, but neither judge nor choose. ${probe.logprobs.reason}`,
    );
  }
  return lines;
}
