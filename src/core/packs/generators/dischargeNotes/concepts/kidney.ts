import type { ConceptGroup } from '../conceptEntry.ts';

export const kidney: ConceptGroup = {
  id: 'kidney',
  concepts: [
    {
      code: 'N17.9',
      name: 'Acute kidney injury',
      course: 'acute',
      mentions: ['acute kidney injury', 'AKI', 'acute renal failure', 'acute kidney failure'],
      rareMentions: ['acute kidny injury', 'ARF'],
      clues: [
        'Creatinine rose from {70..95} to {240..410} in two days.',
        'Creatinine fell to {75..95} after fluids from a peak of {260..420}.',
        'Urine output fell to {10..18} ml an hour as creatinine doubled.',
        'Muddy brown casts were seen while creatinine doubled overnight.',
        'Ramipril was held because creatinine tripled in {two|three} days.',
        'Short-term haemofiltration was needed until the kidneys recovered.',
      ],
      rareClues: [
        'Prismaflex filtration ran for {3..6} days until the kidneys recovered.',
        'Motrin overuse made creatinine triple within {2..4} days.',
      ],
      jointClues: [
        [
          'Creatinine was {280..390} on arrival at the hospital.',
          'Creatinine had been {68..88} only one week earlier.',
        ],
      ],
      otherPersonClues: ["{His} brother's creatinine tripled during a hospital stay."],
    },
    {
      code: 'N18.9',
      name: 'Chronic kidney disease',
      course: 'chronic',
      mentions: [
        'chronic kidney disease',
        'CKD',
        'chronic renal failure',
        'chronic renal impairment',
      ],
      rareMentions: ['chronic kidny disease', 'CRF'],
      clues: [
        'eGFR has stayed near {22..38} for the last {three|four|five} years.',
        'Creatinine has been stable at {180..260} for many years.',
        'Both kidneys were small and scarred on ultrasound.',
        '{He} attends the low-clearance clinic with eGFR of {14..19}.',
        'A fistula was formed in the arm for long-term dialysis.',
        'Haemodialysis three times weekly has continued since {2012..2019}.',
      ],
      rareClues: [
        'Renvela binds phosphate for {his} long-standing low eGFR.',
        'Aranesp is given at the low-clearance clinic each month.',
      ],
      jointClues: [
        [
          'eGFR was {24..38} on the first day of this admission.',
          'An equally low eGFR was recorded {two|three|four} years ago.',
        ],
      ],
      otherPersonClues: ['{His} aunt has dialysis three times a week.'],
    },
    {
      code: 'N39.0',
      name: 'Urinary tract infection',
      course: 'acute',
      mentions: ['urinary tract infection', 'UTI', 'urine infection', 'urinary infection'],
      rareMentions: ['urinary tract infecton', 'urniary tract infection'],
      clues: [
        'Urine culture grew Escherichia coli and nitrofurantoin was given.',
        'Burning on passing urine cleared with trimethoprim.',
        'Nitrites and white cells in urine prompted nitrofurantoin.',
        'Midstream urine grew Klebsiella and the burning eased on cefalexin.',
        'Pivmecillinam cleared the burning and frequent passing of urine.',
        'Cloudy urine with nitrites and fever was treated with trimethoprim.',
      ],
      rareClues: [
        'Macrobid was given for burning on passing urine.',
        'Monurol in one dose cleared the nitrites and burning urine.',
      ],
      jointClues: [
        [
          'Passing urine burned and was needed every hour.',
          'The dipstick was positive for nitrites and white cells.',
        ],
      ],
      otherPersonClues: ['{His} daughter took nitrofurantoin for burning on passing urine.'],
    },
  ],
};
