/** A clinical concept with its ICD-10 code and name. */
export interface Concept {
  /** ICD-10 code, e.g. `E11.9`. */
  code: string;
  /** ICD-10 name in plain words, e.g. `Type 2 diabetes mellitus`. */
  name: string;
}
