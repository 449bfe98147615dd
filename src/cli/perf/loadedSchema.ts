import * as v from 'valibot';

/** What the page says of a model that it has loaded. */
export const loadedSchema = v.object({
  hardware: v.string(),
  runtime: v.string(),
  loadMs: v.number(),
});
