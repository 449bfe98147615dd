/** Roles that bundled models are trained for. */
export const MODEL_ROLES = ['student', 'judge', 'teacher', 'embedder'] as const;
export type ModelRole = (typeof MODEL_ROLES)[number];
