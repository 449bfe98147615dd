/** What PEEM rates of a prompt and of a response to it, on the same scale. */
export interface RatingAxis {
  readonly id: string;
  readonly title: string;
  /** What the judge is told that the axis means: our words. */
  readonly means: string;
}

/** Axes of the prompt: what the user wrote. They do not depend on the student. */
export const PROMPT_AXES = [
  {
    id: 'structure',
    title: 'Clarity and structure',
    means: 'It is clear what is asked, and the parts stand in a sensible order.',
  },
  {
    id: 'language',
    title: 'Linguistic quality',
    means: 'Grammar, spelling and choice of words are sound.',
  },
  {
    id: 'fairness',
    title: 'Fairness',
    means: 'It is free of bias against people and does not push towards one answer.',
  },
] as const satisfies readonly RatingAxis[];

/** Axes of the response. */
export const RESPONSE_AXES = [
  { id: 'accuracy', title: 'Accuracy', means: 'What it states is true.' },
  { id: 'coherence', title: 'Coherence', means: 'Its sentences follow from each other.' },
  { id: 'relevance', title: 'Relevance', means: 'It answers what was asked.' },
  { id: 'objectivity', title: 'Objectivity', means: 'It is balanced and does not overstate.' },
  { id: 'clarity', title: 'Clarity', means: 'The person who asked can understand it.' },
  { id: 'conciseness', title: 'Conciseness', means: 'It holds nothing that is not needed.' },
] as const satisfies readonly RatingAxis[];

/** Value name of one axis's normalised rating. */
export function ratingName(of: 'prompt' | 'response', axis: RatingAxis): string {
  return `${of}:${axis.id}`;
}
