/** In whose words a patient is told. The order is the code that results carry: clinical 0, patient 1. */
export const REGISTERS = ['clinical', 'patient'] as const;
export type Register = (typeof REGISTERS)[number];

/** One thing under its clinical and its everyday name. Criteria use the clinical one. */
export type Term = Readonly<Record<Register, string>>;

/** A kind of medicine with the names it goes by in training, and names that only the test uses. */
export interface MedicineClass extends Term {
  readonly names: readonly string[];
  readonly testNames: readonly string[];
}

/** A measured quantity: whole values from `least` to `most`; thresholds are multiples of `step`. */
export interface Lab extends Term {
  readonly unit: string;
  readonly least: number;
  readonly most: number;
  readonly step: number;
}

/** Names take no article and no plural verb, so that every frame fits every name. */
export const CONDITIONS: readonly Term[] = [
  { clinical: 'hypertension', patient: 'high blood pressure' },
  { clinical: 'atrial fibrillation', patient: 'skipped heartbeats' },
  { clinical: 'epilepsy', patient: 'fits' },
  { clinical: 'psoriasis', patient: 'scaly skin' },
  { clinical: 'osteoarthritis', patient: 'worn joints' },
  { clinical: 'osteoporosis', patient: 'thin bones' },
  { clinical: 'urticaria', patient: 'hives' },
  { clinical: 'insomnia', patient: 'trouble sleeping' },
  { clinical: 'depression', patient: 'low mood' },
  { clinical: 'gastric reflux', patient: 'heartburn' },
  { clinical: 'cholelithiasis', patient: 'gallstones' },
  { clinical: 'nephrolithiasis', patient: 'kidney stones' },
  { clinical: 'haemorrhoids', patient: 'piles' },
  { clinical: 'essential tremor', patient: 'shaky hands' },
  { clinical: 'allergic rhinitis', patient: 'hay fever' },
  { clinical: 'hepatic steatosis', patient: 'fatty liver' },
  { clinical: 'tinnitus', patient: 'ringing ears' },
  { clinical: 'vertigo', patient: 'dizzy spells' },
  { clinical: 'cataract', patient: 'cloudy eyes' },
  { clinical: 'urinary incontinence', patient: 'bladder leaks' },
  { clinical: 'dysphagia', patient: 'trouble swallowing' },
  { clinical: 'venous thrombosis', patient: 'blood clots' },
  { clinical: 'peripheral neuropathy', patient: 'numb feet' },
  { clinical: 'alopecia', patient: 'hair loss' },
  { clinical: 'peptic ulceration', patient: 'stomach ulcers' },
];

const medicine = (
  clinical: string,
  patient: string,
  names: readonly string[],
  testNames: readonly string[] = [],
): MedicineClass => ({ clinical, patient, names, testNames });

export const MEDICINES: readonly MedicineClass[] = [
  medicine('anticoagulant', 'blood thinner', ['warfarin', 'apixaban'], ['edoxaban']),
  medicine('statin', 'cholesterol tablet', ['simvastatin', 'atorvastatin'], ['rosuvastatin']),
  medicine('diuretic', 'water tablet', ['furosemide', 'bumetanide'], ['torasemide']),
  medicine('analgesic', 'painkiller', ['paracetamol', 'codeine'], ['tramadol']),
  medicine('antidepressant', 'mood tablet', ['sertraline', 'citalopram'], ['mirtazapine']),
  medicine('antihistamine', 'allergy tablet', ['cetirizine', 'loratadine']),
  medicine('antibiotic', 'infection tablet', ['amoxicillin', 'doxycycline']),
  medicine('hypnotic', 'sleeping tablet', ['zopiclone', 'temazepam']),
  medicine('bronchodilator', 'breathing inhaler', ['salbutamol', 'terbutaline']),
  medicine('antiemetic', 'sickness tablet', ['cyclizine', 'ondansetron']),
];

export const LABS: readonly Lab[] = [
  {
    clinical: 'eGFR',
    patient: 'kidney function',
    unit: 'ml/min',
    least: 21,
    most: 109,
    step: 10,
  },
  {
    clinical: 'HbA1c',
    patient: 'long-term sugar',
    unit: 'mmol/mol',
    least: 31,
    most: 109,
    step: 10,
  },
  { clinical: 'haemoglobin', patient: 'blood count', unit: 'g/L', least: 81, most: 169, step: 10 },
  {
    clinical: 'systolic pressure',
    patient: 'upper pressure',
    unit: 'mmHg',
    least: 101,
    most: 189,
    step: 10,
  },
  {
    clinical: 'body mass index',
    patient: 'weight score',
    unit: 'kg/m2',
    least: 16,
    most: 49,
    step: 5,
  },
];

/** Relatives whose facts stand beside the patient's own; the two registers name them apart. */
export const OLDER_RELATIVES: readonly Term[] = [
  { clinical: 'mother', patient: 'mum' },
  { clinical: 'father', patient: 'dad' },
];
export const YOUNGER_RELATIVES: readonly Term[] = [
  { clinical: 'son', patient: 'boy' },
  { clinical: 'daughter', patient: 'girl' },
];
export const SISTER: Term = { clinical: 'sister', patient: 'sister' };
export const RELATIVES: readonly Term[] = [
  ...OLDER_RELATIVES,
  ...YOUNGER_RELATIVES,
  SISTER,
  { clinical: 'brother', patient: 'brother' },
];

/**
 * Pairs that one patient's lines never hold together, by clinical name: the one would hint at the
 * other, and lines would decide by more than what they say.
 */
const CLASHES: readonly (readonly [string, string])[] = [
  ['depression', 'antidepressant'],
  ['insomnia', 'hypnotic'],
  ['urticaria', 'antihistamine'],
  ['allergic rhinitis', 'antihistamine'],
  ['atrial fibrillation', 'anticoagulant'],
  ['venous thrombosis', 'anticoagulant'],
  ['hypertension', 'diuretic'],
  ['hypertension', 'systolic pressure'],
  ['smoking', 'bronchodilator'],
];

/** Whether two subjects, by clinical name, may not stand in one patient. */
export function doClash(one: string, other: string): boolean {
  return CLASHES.some((pair) => pair.includes(one) && pair.includes(other) && one !== other);
}
