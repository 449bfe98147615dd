import type { ConceptGroup } from '../conceptEntry.ts';

export const clotAndSkin: ConceptGroup = {
  id: 'clotAndSkin',
  concepts: [
    {
      code: 'I82.409',
      name: 'Deep vein thrombosis of leg',
      course: 'acute',
      mentions: [
        'deep vein thrombosis',
        'DVT',
        'deep venous thrombosis',
        'thrombosis of the deep leg veins',
      ],
      testMentions: ['thrombosis of a deep vein'],
      rareMentions: ['deep vein thrombosus', 'phlebothrombosis'],
      testRareMentions: ['deep vien thrombosis'],
      clues: [
        [
          'Doppler showed a non-compressible {side} femoral vein.',
          'The {side} femoral vein was non-compressible on Doppler.',
        ],
        [
          'Ultrasound found clot in the {side} popliteal vein.',
          'Clot in the {side} popliteal vein was found on ultrasound.',
        ],
        [
          'Rivaroxaban was started for clot in the {side} calf veins.',
          'For clot in the {side} calf veins {he} started rivaroxaban.',
        ],
        [
          '{Side} leg swelling was due to thrombus in the femoral vein.',
          'Thrombus in the femoral vein was the cause of {side} leg swelling.',
        ],
        [
          'Compression ultrasound confirmed vein clot from {side} knee to groin.',
          'Vein clot from {side} knee to groin was confirmed by compression ultrasound.',
        ],
        [
          'A clot in the {side} iliac vein caused the swollen leg.',
          'The swollen leg was caused by a clot in the {side} iliac vein.',
        ],
      ],
      rareClues: [
        [
          'Xarelto was started for clot in the {side} popliteal vein.',
          'Clot in the {side} popliteal vein was treated with Xarelto.',
        ],
        [
          'Clexane treats the clot found in {his} {side} femoral vein.',
          'The clot found in {his} {side} femoral vein is treated with Clexane.',
        ],
      ],
      jointClues: [
        [
          [
            'The {side} calf was {3..5} cm larger than the other.',
            'By {3..5} cm the {side} calf was larger than the other.',
          ],
          [
            'Apixaban was started after the ultrasound of the leg veins.',
            'After the ultrasound of the leg veins {he} started apixaban.',
          ],
        ],
      ],
      otherPersonClues: [
        [
          '{His} brother had a clot removed from a femoral vein.',
          'A clot was removed from a femoral vein of {his} brother.',
        ],
      ],
    },
    {
      code: 'I26.99',
      name: 'Pulmonary embolism',
      course: 'acute',
      mentions: ['pulmonary embolism', 'PE', 'pulmonary embolus', 'blood clot on the lung'],
      testMentions: ['pulmonary blood clot'],
      rareMentions: ['pulmonary embolsim', 'PTE'],
      testRareMentions: ['pulmonary embollism'],
      clues: [
        [
          'CT angiogram showed filling defects in both pulmonary arteries.',
          'Filling defects in both pulmonary arteries were seen on CT angiogram.',
        ],
        [
          'A saddle clot was seen across the main pulmonary arteries.',
          'Across the main pulmonary arteries lay a saddle clot.',
        ],
        [
          'Alteplase was given for massive clot in the pulmonary arteries.',
          'Massive clot in the pulmonary arteries was treated with alteplase.',
        ],
        [
          'V/Q scan showed several mismatched perfusion defects.',
          'Several mismatched perfusion defects were seen on V/Q scan.',
        ],
        [
          'Apixaban was started for clot in the {side} pulmonary artery.',
          'For clot in the {side} pulmonary artery {he} started apixaban.',
        ],
        [
          'Right heart strain with pulmonary artery clot was seen on CT.',
          'CT showed pulmonary artery clot and right heart strain.',
        ],
      ],
      rareClues: [
        [
          'Fragmin was started for clot in the {side} lung artery.',
          'Clot in the {side} lung artery was treated with Fragmin.',
        ],
        [
          'Actilyse was infused for a saddle clot in the lungs.',
          'For a saddle clot in the lungs {he} was infused with Actilyse.',
        ],
      ],
      jointClues: [
        [
          [
            'Sudden breathlessness came with pain on breathing in.',
            'With pain on breathing in came sudden breathlessness.',
          ],
          [
            'D-dimer was {2400..6800} and the lung perfusion scan was abnormal.',
            'The lung perfusion scan was abnormal and D-dimer was {2400..6800}.',
          ],
        ],
      ],
      otherPersonClues: [
        [
          '{His} mother once had a clot in her lung arteries.',
          'A clot was once found in the lung arteries of {his} mother.',
        ],
      ],
    },
    {
      code: 'L03.90',
      name: 'Cellulitis',
      course: 'acute',
      mentions: ['cellulitis', 'leg cellulitis', 'limb cellulitis', 'infective cellulitis'],
      testMentions: ['cellulitis of the leg'],
      rareMentions: ['cellulitus', 'celulitis'],
      testRareMentions: ['cellullitis'],
      clues: [
        [
          'Spreading hot redness of the {side} shin settled with flucloxacillin.',
          'Flucloxacillin settled the spreading hot redness of the {side} shin.',
        ],
        [
          'The red skin border on the {side} leg receded on flucloxacillin.',
          'With flucloxacillin the red border on the {side} leg skin receded.',
        ],
        [
          'Intravenous flucloxacillin treated the hot spreading skin redness.',
          'The hot spreading skin redness was treated with intravenous flucloxacillin.',
        ],
        [
          'Hot tender skin redness spread from a scratch on the {side} shin.',
          'A scratch on the {side} shin led to spreading hot tender skin redness.',
        ],
        [
          'Skin redness spread from an insect bite and needed flucloxacillin.',
          'Flucloxacillin was needed for skin redness that spread from an insect bite.',
        ],
        [
          'Streptococcal skin infection of the {side} leg needed benzylpenicillin.',
          'Benzylpenicillin was needed for streptococcal skin infection of the {side} leg.',
        ],
      ],
      rareClues: [
        [
          'Floxapen cleared the hot spreading redness of {his} {side} shin.',
          'The hot spreading redness of {his} {side} shin cleared with Floxapen.',
        ],
        [
          'Dalacin treated the hot spreading redness of {his} forearm.',
          'The hot spreading redness of {his} forearm was treated with Dalacin.',
        ],
      ],
      jointClues: [
        [
          [
            'The {side} shin was hot and red with a sharp edge.',
            'With a sharp edge, the {side} shin was red and hot.',
          ],
          [
            'The sharp red edge shrank after {two|three|four} days of flucloxacillin.',
            'After {two|three|four} days of flucloxacillin the sharp red edge shrank.',
          ],
        ],
      ],
      otherPersonClues: [
        [
          '{His} flatmate had flucloxacillin for spreading redness of the leg.',
          'For spreading redness of the leg {his} flatmate had flucloxacillin.',
        ],
      ],
    },
  ],
};
