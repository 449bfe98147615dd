import type { ConceptGroup } from '../conceptEntry.ts';

export const anaemia: ConceptGroup = {
  id: 'anaemia',
  concepts: [
    {
      code: 'D50.9',
      name: 'Iron deficiency anaemia',
      course: 'chronic',
      mentions: [
        'iron deficiency anaemia',
        'iron-deficiency anaemia',
        'IDA',
        'anaemia from lack of iron',
      ],
      testMentions: ['anaemia from iron deficiency'],
      rareMentions: ['iron defficiency anaemia', 'sideropenic anaemia'],
      testRareMentions: ['iron deficiency aneamia'],
      clues: [
        [
          'Ferritin was {4..9} with haemoglobin of {72..98}.',
          'With haemoglobin at {72..98}, {his} ferritin measured {4..9}.',
        ],
        [
          'Haemoglobin of {72..95} rose with ferrous sulfate tablets.',
          'Ferrous sulfate tablets raised the haemoglobin of {72..95}.',
        ],
        [
          'An iron infusion was given for haemoglobin of {70..90}.',
          'For haemoglobin of {70..90} {he} was given an iron infusion.',
        ],
        [
          'Film showed small pale red cells and ferritin was {4..9}.',
          'Ferritin was {4..9} and small pale red cells were seen on film.',
        ],
        [
          'Ferrous fumarate was started because haemoglobin and ferritin were low.',
          'Low ferritin and haemoglobin were the reason to start ferrous fumarate.',
        ],
        [
          'Low haemoglobin with MCV of {62..72} improved on oral iron.',
          'Oral iron improved the low haemoglobin with MCV of {62..72}.',
        ],
      ],
      rareClues: [
        [
          'Ferinject was given because haemoglobin had fallen to {70..90}.',
          'Haemoglobin had fallen to {70..90}, so Ferinject was given.',
        ],
        [
          'Monofer infusion raised {his} haemoglobin from {74..86} to {104..118}.',
          '{His} haemoglobin was raised from {74..86} to {104..118} by Monofer infusion.',
        ],
      ],
      jointClues: [
        [
          [
            'Haemoglobin was {74..96} with an MCV of {64..72}.',
            'With an MCV of {64..72}, haemoglobin was {74..96}.',
          ],
          [
            'Ferritin came back at {3..9} the next day.',
            'The next day ferritin came back at {3..9}.',
          ],
        ],
      ],
      otherPersonClues: [
        [
          '{His} sister needed an iron infusion for low haemoglobin.',
          'For low haemoglobin {his} sister needed an iron infusion.',
        ],
      ],
    },
    {
      code: 'D51.9',
      name: 'Vitamin B12 deficiency anaemia',
      course: 'chronic',
      mentions: [
        'vitamin B12 deficiency anaemia',
        'B12 deficiency anaemia',
        'pernicious anaemia',
        'anaemia from lack of B12',
      ],
      testMentions: ['anaemia from B12 deficiency'],
      rareMentions: ['vitamin B12 deficency anaemia', 'cobalamin deficiency anaemia'],
      testRareMentions: ['B12 deficiency aneamia'],
      clues: [
        [
          'Hydroxocobalamin injections corrected haemoglobin of {74..95}.',
          'Haemoglobin of {74..95} was corrected by hydroxocobalamin injections.',
        ],
        [
          'Serum B12 was {70..120} with MCV of {112..124}.',
          'With MCV of {112..124}, serum B12 measured {70..120}.',
        ],
        [
          'Intrinsic factor antibodies were positive with large red cells.',
          'Large red cells were seen and intrinsic factor antibodies were positive.',
        ],
        [
          '{He} has B12 injections every three months for low haemoglobin.',
          'For low haemoglobin B12 injections are given every three months.',
        ],
        [
          'Low haemoglobin and numb feet improved with hydroxocobalamin.',
          'Hydroxocobalamin improved the numb feet and low haemoglobin.',
        ],
        [
          'Strict vegan diet led to low B12 and haemoglobin of {80..98}.',
          'Low B12 and haemoglobin of {80..98} followed a strict vegan diet.',
        ],
      ],
      rareClues: [
        [
          'Neo-Cytamen injections restored {his} low haemoglobin.',
          '{His} low haemoglobin was restored by Neo-Cytamen injections.',
        ],
        [
          'Cytacon tablets were started for large red cells and low haemoglobin.',
          'For low haemoglobin and large red cells {he} started Cytacon tablets.',
        ],
      ],
      jointClues: [
        [
          [
            'Haemoglobin was {78..98} with large red cells on the film.',
            'Large red cells were on the film and haemoglobin was {78..98}.',
          ],
          [
            'Serum B12 came back at {70..115} with normal folate.',
            'With normal folate, serum B12 came back at {70..115}.',
          ],
        ],
      ],
      otherPersonClues: [
        [
          '{His} aunt has hydroxocobalamin injections for low haemoglobin.',
          'For low haemoglobin {his} aunt has hydroxocobalamin injections.',
        ],
      ],
    },
    {
      code: 'D52.9',
      name: 'Folate deficiency anaemia',
      course: 'chronic',
      mentions: [
        'folate deficiency anaemia',
        'folic acid deficiency anaemia',
        'anaemia from lack of folate',
        'folate-deficient anaemia',
      ],
      testMentions: ['anaemia from folate deficiency'],
      rareMentions: ['folate deficency anaemia', 'vitamin B9 deficiency anaemia'],
      testRareMentions: ['folate deficiency aneamia'],
      clues: [
        [
          'Folic acid 5 mg corrected haemoglobin of {76..95}.',
          'Haemoglobin of {76..95} was corrected by folic acid 5 mg.',
        ],
        [
          'Serum folate was {0.8..1.9} with large red cells and normal B12.',
          'With normal B12 and large red cells, serum folate measured {0.8..1.9}.',
        ],
        [
          'Folic acid was started for low folate and low haemoglobin.',
          'Low haemoglobin and low folate were treated with folic acid.',
        ],
        [
          'Heavy drinking lowered {his} folate and haemoglobin fell to {80..95}.',
          'Haemoglobin fell to {80..95} and folate was lowered by heavy drinking.',
        ],
        [
          'Red cell folate was low and haemoglobin was {78..95}.',
          'Haemoglobin was {78..95} and red cell folate was low.',
        ],
        [
          'Poor diet left folate at {0.9..1.9} and haemoglobin at {78..94}.',
          'Folate of {0.9..1.9} and haemoglobin of {78..94} came from poor diet.',
        ],
      ],
      rareClues: [
        [
          'Lexpec syrup was started for large red cells and low haemoglobin.',
          'For low haemoglobin and large red cells {he} started Lexpec syrup.',
        ],
        [
          'Folvite corrected {his} large red cells and haemoglobin of {78..94}.',
          '{His} haemoglobin of {78..94} and large red cells were corrected by Folvite.',
        ],
      ],
      jointClues: [
        [
          [
            'Haemoglobin was {80..98} with MCV of {109..121} and normal B12.',
            'With normal B12 and MCV of {109..121}, haemoglobin was {80..98}.',
          ],
          [
            'Folate level came back at {0.8..1.8} the next day.',
            'The next day the folate level came back at {0.8..1.8}.',
          ],
        ],
      ],
      otherPersonClues: [
        [
          '{His} cousin took folic acid for low haemoglobin.',
          'For low haemoglobin {his} cousin took folic acid.',
        ],
      ],
    },
  ],
};
