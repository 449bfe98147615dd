/** What a criterion looks at. The names follow HealthBench. */
export const AXES = [
  'accuracy',
  'completeness',
  'communication_quality',
  'context_awareness',
  'instruction_following',
] as const;
