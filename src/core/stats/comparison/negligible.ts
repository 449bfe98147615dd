/** The correlation below which one calls it negligible: MedicalBench's, settled before any run. */
export const NEGLIGIBLE = 0.1;
