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
      rareMentions: ['iron defficiency anaemia', 'sideropenic anaemia'],
      clues: [
        'Ferritin was {4..9} with haemoglobin of {72..98}.',
        'Haemoglobin of {72..95} rose with ferrous sulfate tablets.',
        'An iron infusion was given for haemoglobin of {70..90}.',
        'Film showed small pale red cells and ferritin was {4..9}.',
        'Ferrous fumarate was started because haemoglobin and ferritin were low.',
        'Low haemoglobin with MCV of {62..72} improved on oral iron.',
      ],
      rareClues: [
        'Ferinject was given because haemoglobin had fallen to {70..90}.',
        'Monofer infusion raised {his} haemoglobin from {74..86} to {104..118}.',
      ],
      jointClues: [
        [
          'Haemoglobin was {74..96} with an MCV of {64..72}.',
          'Ferritin came back at {3..9} the next day.',
        ],
      ],
      otherPersonClues: ['{His} sister needed an iron infusion for low haemoglobin.'],
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
      rareMentions: ['vitamin B12 deficency anaemia', 'cobalamin deficiency anaemia'],
      clues: [
        'Hydroxocobalamin injections corrected haemoglobin of {74..95}.',
        'Serum B12 was {70..120} with MCV of {112..124}.',
        'Intrinsic factor antibodies were positive with large red cells.',
        '{He} has B12 injections every three months for low haemoglobin.',
        'Low haemoglobin and numb feet improved with hydroxocobalamin.',
        'Strict vegan diet led to low B12 and haemoglobin of {80..98}.',
      ],
      rareClues: [
        'Neo-Cytamen injections restored {his} low haemoglobin.',
        'Cytacon tablets were started for large red cells and low haemoglobin.',
      ],
      jointClues: [
        [
          'Haemoglobin was {78..98} with large red cells on the film.',
          'Serum B12 came back at {70..115} with normal folate.',
        ],
      ],
      otherPersonClues: ['{His} aunt has hydroxocobalamin injections for low haemoglobin.'],
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
      rareMentions: ['folate deficency anaemia', 'vitamin B9 deficiency anaemia'],
      clues: [
        'Folic acid 5 mg corrected haemoglobin of {76..95}.',
        'Serum folate was {0.8..1.9} with large red cells and normal B12.',
        'Folic acid was started for low folate and low haemoglobin.',
        'Heavy drinking lowered {his} folate and haemoglobin fell to {80..95}.',
        'Red cell folate was low and haemoglobin was {78..95}.',
        'Poor diet left folate at {0.9..1.9} and haemoglobin at {78..94}.',
      ],
      rareClues: [
        'Lexpec syrup was started for large red cells and low haemoglobin.',
        'Folvite corrected {his} large red cells and haemoglobin of {78..94}.',
      ],
      jointClues: [
        [
          'Haemoglobin was {80..98} with MCV of {109..121} and normal B12.',
          'Folate level came back at {0.8..1.8} the next day.',
        ],
      ],
      otherPersonClues: ['{His} cousin took folic acid for low haemoglobin.'],
    },
  ],
};
