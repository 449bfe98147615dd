/**
 * The closed vocabulary of the generated consults. Content phrases are singular, need no article and are written the same
 * everywhere, so that one phrase is the same tokens in a message, an answer and a criterion.
 */

/** A complaint with what a good answer to it says. A rule of this pack, not medical advice. */
export interface Complaint {
  readonly symptom: string;
  readonly drug: string;
  readonly redFlag: string;
  readonly cause: string;
  readonly care: string;
  /** What to ask about, the more important first. */
  readonly topics: readonly [string, string];
}

export const complaints: readonly Complaint[] = [
  {
    symptom: 'head pain',
    drug: 'paracetamol',
    redFlag: 'neck stiffness',
    cause: 'migraine',
    care: 'rest',
    topics: ['sleep', 'alcohol'],
  },
  {
    symptom: 'back pain',
    drug: 'ibuprofen',
    redFlag: 'leg numbness',
    cause: 'muscle strain',
    care: 'gentle walking',
    topics: ['injury', 'work'],
  },
  {
    symptom: 'knee pain',
    drug: 'ibuprofen',
    redFlag: 'leg swelling',
    cause: 'gout',
    care: 'ice',
    topics: ['injury', 'diet'],
  },
  {
    symptom: 'ear pain',
    drug: 'paracetamol',
    redFlag: 'neck stiffness',
    cause: 'ear wax',
    care: 'warmth',
    topics: ['travel', 'allergy'],
  },
  {
    symptom: 'stomach pain',
    drug: 'omeprazole',
    redFlag: 'bleeding',
    cause: 'food poisoning',
    care: 'light food',
    topics: ['pregnancy', 'alcohol'],
  },
  {
    symptom: 'throat pain',
    drug: 'aspirin',
    redFlag: 'breathlessness',
    cause: 'flu',
    care: 'salt water',
    topics: ['smoking', 'work'],
  },
  {
    symptom: 'heartburn',
    drug: 'omeprazole',
    redFlag: 'chest pain',
    cause: 'reflux',
    care: 'light food',
    topics: ['diet', 'alcohol'],
  },
  {
    symptom: 'diarrhoea',
    drug: 'loperamide',
    redFlag: 'bleeding',
    cause: 'food poisoning',
    care: 'extra water',
    topics: ['travel', 'diet'],
  },
  {
    symptom: 'tooth pain',
    drug: 'naproxen',
    redFlag: 'face swelling',
    cause: 'gum disease',
    care: 'salt water',
    topics: ['smoking', 'diet'],
  },
  {
    symptom: 'fever',
    drug: 'paracetamol',
    redFlag: 'confusion',
    cause: 'flu',
    care: 'extra water',
    topics: ['travel', 'pregnancy'],
  },
  {
    symptom: 'coughing',
    drug: 'codeine',
    redFlag: 'breathlessness',
    cause: 'asthma',
    care: 'honey',
    topics: ['smoking', 'allergy'],
  },
  {
    symptom: 'itching',
    drug: 'cetirizine',
    redFlag: 'jaundice',
    cause: 'eczema',
    care: 'cool bathing',
    topics: ['allergy', 'work'],
  },
];

/** What a patient takes or has, in the words of the message, and the drug that it rules out. */
export interface Condition {
  readonly phrase: string;
  readonly unsafeDrug: string;
}

export const conditions: readonly Condition[] = [
  { phrase: 'take warfarin', unsafeDrug: 'aspirin' },
  { phrase: 'take lithium', unsafeDrug: 'ibuprofen' },
  { phrase: 'take clopidogrel', unsafeDrug: 'omeprazole' },
  { phrase: 'have kidney disease', unsafeDrug: 'naproxen' },
  { phrase: 'have liver disease', unsafeDrug: 'paracetamol' },
  { phrase: 'have sleep apnoea', unsafeDrug: 'codeine' },
  { phrase: 'have colitis', unsafeDrug: 'loperamide' },
  { phrase: 'have glaucoma', unsafeDrug: 'cetirizine' },
];

/** A setting in the words of the message, and what to do about it. */
export const settings: readonly { readonly phrase: string; readonly care: string }[] = [
  { phrase: 'there is no clean water', care: 'boiled water' },
  { phrase: 'there are many mosquitoes', care: 'bed netting' },
  { phrase: 'there is no clinic', care: 'phone advice' },
  { phrase: 'there is great heat', care: 'shade' },
];

export const terms: readonly { readonly term: string; readonly meaning: string }[] = [
  { term: 'hypertension', meaning: 'high blood pressure' },
  { term: 'pyrexia', meaning: 'a high temperature' },
  { term: 'dyspnoea', meaning: 'short breath' },
  { term: 'oedema', meaning: 'swollen tissue' },
  { term: 'pruritus', meaning: 'itchy skin' },
  { term: 'epistaxis', meaning: 'a bleeding nose' },
  { term: 'myalgia', meaning: 'sore muscles' },
  { term: 'emesis', meaning: 'being sick' },
];

function distinct(words: readonly string[]): readonly string[] {
  return [...new Set(words)];
}

export const symptoms = complaints.map(({ symptom }) => symptom);
export const drugs = distinct(conditions.map(({ unsafeDrug }) => unsafeDrug));
export const causes = distinct(complaints.map(({ cause }) => cause));
export const topics = distinct(complaints.flatMap((complaint) => complaint.topics));
/** Red flags that make the message an emergency where they are there already. */
export const emergencies = [
  'chest pain',
  'fainting',
  'confusion',
  'breathlessness',
  'face swelling',
  'blurred vision',
];
export const redFlags = distinct([...complaints.map(({ redFlag }) => redFlag), ...emergencies]);
export const cares = distinct([
  ...complaints.map(({ care }) => care),
  ...settings.map(({ care }) => care),
]);
/** What a patient may not want to hear of. No answer speaks of them in any other way. */
export const subjects = ['surgery', 'herbal tea', 'massage', 'vaccination', 'fasting', 'hypnosis'];
export const names = ['Sam', 'Maya', 'Omar', 'Lena', 'Ivan', 'Rosa', 'Noor', 'Eli', 'Tara', 'Hugo'];
export const headings = ['Plan', 'Advice', 'Summary', 'Steps', 'Answer', 'Note'];
/** For days and for tablets alike. */
export const numbers = ['2', '3', '4', '5', '6', '7', '8', '10', '12', '14'];
