import type {
  ChooseCall,
  ChooseReply,
  GenerateCall,
  GenerateReply,
  ModelCall,
  ModelReply,
} from '../calls/call.ts';
import { callIdentity } from '../calls/identity.ts';
import type { LocalModelRef } from '../calls/model.ts';
import { createRandom, type Random } from '../random.ts';
import { chosen, written } from './baselineReply.ts';
import { ModelFailureError, type ModelFailure } from './failure.ts';

/** The student and judge that know nothing: what chance looks like on every board. */
export const RANDOM_MODEL: LocalModelRef = {
  source: 'baseline',
  id: 'random',
  revision: '1',
  dtype: 'fp32',
  device: 'none',
};

/** Most sentences that the random student cites; the packs' gold evidence is one to three. */
const MOST_CITED = 3;
const RANDOM_WORDS = 60;

function randomText(call: GenerateCall, random: Random): string {
  const space = call.answerSpace;
  if (space.kind === 'verdictWithIndices') {
    const verdict = random.chance(0.5) ? space.yes : space.no;
    if (verdict === space.no && space.noHasIndices !== true) return verdict;
    const indices = Array.from({ length: space.maxIndex }, (_, index) => index + 1);
    const cited = random
      .shuffle(indices)
      .slice(0, 1 + random.int(MOST_CITED))
      .sort((a, b) => a - b);
    return [verdict, ...cited.map(String)].join(' ');
  }
  if (space.kind === 'oneOf') return random.pick(space.options);
  if (space.kind === 'wholeNumber')
    return `${space.before}${String(space.least + random.int(space.most - space.least + 1))}`;
  if (space.kind === 'number') {
    const scale = 10 ** space.decimals;
    const least = Math.round(space.min * scale);
    const drawn = least + random.int(Math.round(space.max * scale) - least + 1);
    return (drawn / scale).toFixed(space.decimals);
  }
  if (space.kind === 'typedWords') {
    const words = space.text.split(/\s+/u).filter(Boolean);
    const places = random.shuffle([...words.keys()]).slice(0, random.int(space.most + 1));
    const drawn = places.sort((a, b) => a - b).map((place) => words[place] ?? '');
    if (drawn.length === 0) return space.none;
    return drawn.map((word) => `${random.pick(space.types)}: ${word}`).join('\n');
  }
  const words = call.messages.flatMap((message) => message.content.split(/\s+/u)).filter(Boolean);
  return random.shuffle(words).slice(0, RANDOM_WORDS).join(' ');
}

/** An answer drawn from the call's answer space. The seed is the call's identity. */
export function generateAtRandom(call: GenerateCall): GenerateReply {
  const random = createRandom(callIdentity(call));
  return written(randomText(call, random));
}

/** Probabilities uniform on the simplex (normalised exponentials: a flat Dirichlet). */
export function chooseAtRandom(call: ChooseCall): ChooseReply {
  const random = createRandom(callIdentity(call));
  const draws = call.labels.map(() => -Math.log(1 - random.next()));
  const total = draws.reduce((sum, draw) => sum + draw, 0);
  return chosen(draws.map((draw) => draw / total));
}

/**
 * A reply drawn at random from the answers the call asks for. The seed is the call's identity, so
 * the baseline says the same thing every time it is asked.
 *
 * @throws ModelFailureError for calls that chance has no answer to.
 */
export function randomReply(call: ModelCall): ModelReply {
  switch (call.kind) {
    case 'generate':
      return generateAtRandom(call);
    case 'choose':
      return chooseAtRandom(call);
    case 'logprobs':
    case 'compare':
    case 'embed':
      throw new ModelFailureError(noRandomAnswer(call.kind));
  }
}

/** Chance has no answer to calls that ask for a model's own numbers. */
export function noRandomAnswer(kind: ModelCall['kind']): ModelFailure {
  return {
    code: 'unsupported-call',
    message: `A baseline cannot answer a call of kind “${kind}”.`,
    remedy: 'Choose a model for that role.',
  };
}
