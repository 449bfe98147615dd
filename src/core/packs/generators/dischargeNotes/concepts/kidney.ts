import type { ConceptGroup } from '../conceptEntry.ts';

export const kidney: ConceptGroup = {
  id: 'kidney',
  concepts: [
    {
      code: 'N17.9',
      name: 'Acute kidney injury',
      course: 'acute',
      mentions: ['acute kidney injury', 'AKI', 'acute renal failure', 'acute kidney failure'],
      testMentions: ['acute injury to the kidney'],
      rareMentions: ['acute kidny injury', 'ARF'],
      testRareMentions: ['acute kidney injurry'],
      clues: [
        [
          'Creatinine rose from {70..95} to {240..410} in two days.',
          'In two days there was a rise in creatinine from {70..95} to {240..410}.',
        ],
        [
          'Creatinine fell to {75..95} after fluids from a peak of {260..420}.',
          'After fluids {his} creatinine fell from a peak of {260..420} to {75..95}.',
        ],
        [
          'Urine output fell to {10..18} ml an hour as creatinine doubled.',
          'As creatinine doubled, urine output fell to {10..18} ml an hour.',
        ],
        [
          'Muddy brown casts were seen while creatinine doubled overnight.',
          'Creatinine doubled overnight and muddy brown casts were seen.',
        ],
        [
          'Ramipril was held because creatinine tripled in {two|three} days.',
          'Creatinine tripled in {two|three} days, so ramipril was held.',
        ],
        [
          'Short-term haemofiltration was needed until the kidneys recovered.',
          'Until the kidneys recovered {he} needed short-term haemofiltration.',
        ],
      ],
      rareClues: [
        [
          'Prismaflex filtration ran for {3..6} days until the kidneys recovered.',
          'The kidneys recovered after {3..6} days of Prismaflex filtration.',
        ],
        [
          'Motrin overuse made creatinine triple within {2..4} days.',
          'Within {2..4} days of Motrin overuse creatinine had tripled.',
        ],
      ],
      jointClues: [
        [
          [
            'Creatinine was {280..390} on arrival at the hospital.',
            'On arrival at the hospital {his} creatinine was {280..390}.',
          ],
          [
            'Creatinine had been {68..88} only one week earlier.',
            'Only one week earlier {his} creatinine had been {68..88}.',
          ],
        ],
      ],
      otherPersonClues: [
        [
          "{His} brother's creatinine tripled during a hospital stay.",
          "During a hospital stay {his} brother's creatinine tripled.",
        ],
      ],
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
      testMentions: ['chronic disease of the kidney'],
      rareMentions: ['chronic kidny disease', 'CRF'],
      testRareMentions: ['chronic kideny disease'],
      clues: [
        [
          'eGFR has stayed near {22..38} for the last {three|four|five} years.',
          'For the last {three|four|five} years {his} eGFR has stayed near {22..38}.',
        ],
        [
          'Creatinine has been stable at {180..260} for many years.',
          'For many years {his} creatinine has been stable at {180..260}.',
        ],
        [
          'Both kidneys were small and scarred on ultrasound.',
          'Ultrasound showed that both kidneys were scarred and small.',
        ],
        [
          '{He} attends the low-clearance clinic with eGFR of {14..19}.',
          'With eGFR of {14..19} {he} goes to the low-clearance clinic.',
        ],
        [
          'A fistula was formed in the arm for long-term dialysis.',
          'For long-term dialysis {he} had a fistula formed in the arm.',
        ],
        [
          'Haemodialysis three times weekly has continued since {2012..2019}.',
          'Since {2012..2019} {he} has had haemodialysis three times weekly.',
        ],
      ],
      rareClues: [
        [
          'Renvela binds phosphate for {his} long-standing low eGFR.',
          'For {his} long-standing low eGFR {he} takes Renvela to bind phosphate.',
        ],
        [
          'Aranesp is given at the low-clearance clinic each month.',
          'Each month the low-clearance clinic gives {him} Aranesp.',
        ],
      ],
      jointClues: [
        [
          [
            'eGFR was {24..38} on the first day of this admission.',
            'On the first day of this admission {his} eGFR was {24..38}.',
          ],
          [
            'An equally low eGFR was recorded {two|three|four} years ago.',
            'Records from {two|three|four} years ago show an equally low eGFR.',
          ],
        ],
      ],
      otherPersonClues: [
        [
          '{His} aunt has dialysis three times a week.',
          'Three times a week {his} aunt has dialysis.',
        ],
      ],
    },
    {
      code: 'N39.0',
      name: 'Urinary tract infection',
      course: 'acute',
      mentions: ['urinary tract infection', 'UTI', 'urine infection', 'urinary infection'],
      testMentions: ['infection of the urinary tract'],
      rareMentions: ['urinary tract infecton', 'urniary tract infection'],
      testRareMentions: ['urinary tract infecion'],
      clues: [
        [
          'Urine culture grew Escherichia coli and nitrofurantoin was given.',
          'Nitrofurantoin was given after urine culture grew Escherichia coli.',
        ],
        [
          'Burning on passing urine cleared with trimethoprim.',
          'Trimethoprim cleared the burning on passing urine.',
        ],
        [
          'Nitrites and white cells in urine prompted nitrofurantoin.',
          'Nitrofurantoin was prompted by white cells and nitrites in urine.',
        ],
        [
          'Midstream urine grew Klebsiella and the burning eased on cefalexin.',
          'Cefalexin eased the burning after Klebsiella grew in midstream urine.',
        ],
        [
          'Pivmecillinam cleared the burning and frequent passing of urine.',
          'Frequent and burning passing of urine cleared with pivmecillinam.',
        ],
        [
          'Cloudy urine with nitrites and fever was treated with trimethoprim.',
          'Trimethoprim was the treatment for fever and cloudy urine with nitrites.',
        ],
      ],
      rareClues: [
        [
          'Macrobid was given for burning on passing urine.',
          'For burning on passing urine {he} was given Macrobid.',
        ],
        [
          'Monurol in one dose cleared the nitrites and burning urine.',
          'The nitrites and burning urine cleared with one dose of Monurol.',
        ],
      ],
      jointClues: [
        [
          [
            'Passing urine burned and was needed every hour.',
            'Every hour {he} needed to pass urine, and it burned.',
          ],
          [
            'The dipstick was positive for nitrites and white cells.',
            'White cells and nitrites were positive on the dipstick.',
          ],
        ],
      ],
      otherPersonClues: [
        [
          '{His} daughter took nitrofurantoin for burning on passing urine.',
          'For burning on passing urine {his} daughter took nitrofurantoin.',
        ],
      ],
    },
  ],
};
