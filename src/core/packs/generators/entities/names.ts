import type { EntityType } from '../../entitySpans.ts';

/** Names of one type. No name belongs to two types, and none of `heldOut` is ever used in training. */
export interface TypedNames {
  readonly oneWord: readonly string[];
  /** Names of two or three words; many hold a word that another type's names hold too. */
  readonly severalWords: readonly string[];
  /** Half are single words that training never holds, half are new pairs of words that it does. */
  readonly heldOut: readonly string[];
}

function list(text: string): string[] {
  return text.split(',').map((name) => name.trim());
}

/** Every entity name of the pack, by type. */
export const NAMES: Readonly<Record<EntityType, TypedNames>> = {
  disorder: {
    oneWord: list(
      'asthma, gout, migraine, eczema, anaemia, pneumonia, angina, psoriasis, epilepsy, dementia, diabetes, ' +
        'hepatitis, bronchitis, arthritis, tonsillitis, sciatica, glaucoma, thrush, stroke, rash, corn, sepsis, ' +
        'jaundice, cough, fever, vertigo, insomnia, anxiety, croup, mumps, measles, ringworm',
    ),
    severalWords: list(
      'heart attack, heart failure, kidney stone, kidney failure, liver failure, chest infection, ear infection, ' +
        'skin infection, lung infection, back pain, knee pain, hip pain, chest pain, blood clot, leg ulcer, ' +
        'stomach ulcer, mouth ulcer, hip fracture, wrist fracture, high blood pressure, ankle swelling, skin rash',
    ),
    heldOut: list('lupus, rickets, colitis, kidney infection, skin ulcer, shoulder pain'),
  },
  drug: {
    oneWord: list(
      'aspirin, metformin, insulin, codeine, morphine, warfarin, digoxin, penicillin, amoxicillin, atenolol, ramipril, ' +
        'simvastatin, paracetamol, ibuprofen, prednisolone, lithium, senna, quinine, heparin, diazepam, sertraline, ' +
        'omeprazole, furosemide, amlodipine, salbutamol, naproxen, gabapentin, tramadol, propranolol, bisoprolol, ' +
        'doxycycline, erythromycin, cetirizine, loratadine',
    ),
    severalWords: list(
      'iron tablets, zinc tablets, water tablets, thyroid tablets, sleeping tablets, cough syrup, iron syrup, ear drops, ' +
        'eye drops, nose drops, vitamin drops, skin cream, steroid cream, zinc cream, pain patch, steroid patch, ' +
        'steroid inhaler, blue inhaler, folic acid, vitamin cream',
    ),
    heldOut: list(
      'lisinopril, clopidogrel, ketamine, steroid drops, vitamin tablets, cough tablets',
    ),
  },
  procedure: {
    oneWord: list(
      'bypass, biopsy, dialysis, dressing, drip, cast, filling, bridge, crown, plaster, endoscopy, colonoscopy, ' +
        'physiotherapy, amputation, mastectomy, hysterectomy, tonsillectomy, appendectomy, vasectomy, transfusion, ' +
        'intubation, ultrasound, mammogram, splinting',
    ),
    severalWords: list(
      'hip replacement, knee replacement, valve replacement, valve repair, hernia repair, chest scan, heart scan, ' +
        'kidney scan, liver scan, shoulder scan, chest drain, skin graft, bone graft, kidney transplant, ' +
        'liver transplant, lung biopsy, skin biopsy, bone biopsy, blood transfusion, stomach washout, knee washout, ' +
        'cataract surgery, back surgery, heart surgery, wrist surgery, eye surgery, iron drip, sugar drip, ' +
        'knee repair, stone surgery',
    ),
    heldOut: list(
      'bronchoscopy, laparoscopy, tracheostomy, shoulder replacement, liver biopsy, hip surgery',
    ),
  },
  lab: {
    oneWord: list(
      'sodium, potassium, calcium, magnesium, ferritin, creatinine, urea, albumin, bilirubin, haemoglobin, platelets, ' +
        'cholesterol, troponin, iron, zinc, copper, lead, salt, sugar, protein, culture, cortisol, prolactin, ' +
        'oestrogen, testosterone, amylase, lactate, bicarbonate, phosphate, chloride, globulin, fibrinogen',
    ),
    severalWords: list(
      'white count, red count, blood count, platelet count, blood sugar, blood culture, urine culture, throat swab, ' +
        'nose swab, ear swab, liver function, kidney function, lung function, thyroid function, uric acid, bile acid, ' +
        'vitamin level, lithium level, digoxin level, iron level, copper level, urine protein',
    ),
    heldOut: list('lipase, thyroxine, ammonia, lead level, urine sugar, skin swab'),
  },
};
