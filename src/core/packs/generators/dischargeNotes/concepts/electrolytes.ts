import type { ConceptGroup } from '../conceptEntry.ts';

export const electrolytes: ConceptGroup = {
  id: 'electrolytes',
  concepts: [
    {
      code: 'E87.1',
      name: 'Hyponatraemia',
      course: 'acute',
      mentions: ['hyponatraemia', 'low sodium', 'low serum sodium', 'hyponatremia'],
      rareMentions: ['hyponatraema', 'low Na'],
      clues: [
        'Sodium was {112..122} on arrival with drowsiness.',
        'Sodium rose from {114..121} to {131..135} with fluid restriction.',
        'Indapamide was stopped because sodium had fallen to {114..123}.',
        'Hypertonic saline was given for sodium of {108..115}.',
        'SIADH had brought the sodium down to {115..124}.',
        'Fluid was limited to one litre because sodium was {118..125}.',
      ],
      rareClues: [
        'Samsca raised {his} sodium from {115..121} to {130..134}.',
        'Natrilix was stopped because serum Na had reached {114..122}.',
      ],
      jointClues: [
        [
          'Usual serum sodium was {139..142} in {March|May|June}.',
          'The admission sodium was {20..27} units below {his} usual level.',
        ],
      ],
      otherPersonClues: ['{His} neighbour was drowsy with sodium of {112..119}.'],
    },
    {
      code: 'E87.6',
      name: 'Hypokalaemia',
      course: 'acute',
      mentions: ['hypokalaemia', 'low potassium', 'low serum potassium', 'hypokalemia'],
      rareMentions: ['hypokalaema', 'low K'],
      clues: [
        'Potassium was {2.3..2.8} with flat T waves.',
        'Potassium chloride was infused for a level of {2.2..2.8}.',
        'U waves on ECG cleared after potassium replacement.',
        'Potassium tablets raised the level from {2.5..2.9} to {3.8..4.3}.',
        'Diarrhoea brought {his} potassium down to {2.4..2.9}.',
        'Bendroflumethiazide was stopped because potassium fell to {2.5..2.9}.',
      ],
      rareClues: [
        'Sando-K was given because serum K was {2.4..2.9}.',
        'Kay-Cee-L syrup was given because serum K was {2.5..2.8}.',
      ],
      jointClues: [
        [
          'Usual serum potassium was {4.1..4.4} in {March|May|June}.',
          'The admission potassium was {1.5..1.9} units below {his} usual level.',
        ],
      ],
      otherPersonClues: ['{His} sister needed potassium drips for a level of {2.3..2.7}.'],
    },
    {
      code: 'E87.5',
      name: 'Hyperkalaemia',
      course: 'acute',
      mentions: ['hyperkalaemia', 'high potassium', 'raised potassium', 'hyperkalemia'],
      rareMentions: ['hyperkalaema', 'high K'],
      clues: [
        'Potassium was {6.4..7.4} with tented T waves.',
        'Insulin-dextrose was given for potassium of {6.5..7.3}.',
        'Spironolactone was stopped because potassium reached {6.2..7.0}.',
        'Tented T waves settled after calcium gluconate.',
        'Insulin-dextrose brought potassium from {6.4..7.2} down to {4.8..5.3}.',
        'A potassium binder was started for a level of {6.0..6.6}.',
      ],
      rareClues: [
        'Lokelma brought {his} serum K down from {6.3..6.9}.',
        'Calcium Resonium was given because serum K was {6.1..6.8}.',
      ],
      jointClues: [
        [
          'Usual serum potassium was {4.5..4.8} in {March|May|June}.',
          'The admission potassium was {2.1..2.6} units above {his} usual level.',
        ],
      ],
      otherPersonClues: ['{His} father needed insulin-dextrose for potassium of {6.5..7.1}.'],
    },
  ],
};
