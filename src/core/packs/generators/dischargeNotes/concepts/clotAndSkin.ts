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
      rareMentions: ['deep vein thrombosus', 'phlebothrombosis'],
      clues: [
        'Doppler showed a non-compressible {side} femoral vein.',
        'Ultrasound found clot in the {side} popliteal vein.',
        'Rivaroxaban was started for clot in the {side} calf veins.',
        '{Side} leg swelling was due to thrombus in the femoral vein.',
        'Compression ultrasound confirmed vein clot from {side} knee to groin.',
        'A clot in the {side} iliac vein caused the swollen leg.',
      ],
      rareClues: [
        'Xarelto was started for clot in the {side} popliteal vein.',
        'Clexane treats the clot found in {his} {side} femoral vein.',
      ],
      jointClues: [
        [
          'The {side} calf was {3..5} cm larger than the other.',
          'Apixaban was started after the ultrasound of the leg veins.',
        ],
      ],
      otherPersonClues: ['{His} brother had a clot removed from a femoral vein.'],
    },
    {
      code: 'I26.99',
      name: 'Pulmonary embolism',
      course: 'acute',
      mentions: ['pulmonary embolism', 'PE', 'pulmonary embolus', 'blood clot on the lung'],
      rareMentions: ['pulmonary embolsim', 'PTE'],
      clues: [
        'CT angiogram showed filling defects in both pulmonary arteries.',
        'A saddle clot was seen across the main pulmonary arteries.',
        'Alteplase was given for massive clot in the pulmonary arteries.',
        'V/Q scan showed several mismatched perfusion defects.',
        'Apixaban was started for clot in the {side} pulmonary artery.',
        'Right heart strain with pulmonary artery clot was seen on CT.',
      ],
      rareClues: [
        'Fragmin was started for clot in the {side} lung artery.',
        'Actilyse was infused for a saddle clot in the lungs.',
      ],
      jointClues: [
        [
          'Sudden breathlessness came with pain on breathing in.',
          'D-dimer was {2400..6800} and the lung perfusion scan was abnormal.',
        ],
      ],
      otherPersonClues: ['{His} mother once had a clot in her lung arteries.'],
    },
    {
      code: 'L03.90',
      name: 'Cellulitis',
      course: 'acute',
      mentions: ['cellulitis', 'leg cellulitis', 'limb cellulitis', 'infective cellulitis'],
      rareMentions: ['cellulitus', 'celulitis'],
      clues: [
        'Spreading hot redness of the {side} shin settled with flucloxacillin.',
        'The red skin border on the {side} leg receded on flucloxacillin.',
        'Intravenous flucloxacillin treated the hot spreading skin redness.',
        'Hot tender skin redness spread from a scratch on the {side} shin.',
        'Skin redness spread from an insect bite and needed flucloxacillin.',
        'Streptococcal skin infection of the {side} leg needed benzylpenicillin.',
      ],
      rareClues: [
        'Floxapen cleared the hot spreading redness of {his} {side} shin.',
        'Dalacin treated the hot spreading redness of {his} forearm.',
      ],
      jointClues: [
        [
          'The {side} shin was hot and red with a sharp edge.',
          'The sharp red edge shrank after {two|three|four} days of flucloxacillin.',
        ],
      ],
      otherPersonClues: ['{His} flatmate had flucloxacillin for spreading redness of the leg.'],
    },
  ],
};
