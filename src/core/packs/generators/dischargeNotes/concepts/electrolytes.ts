import type { ConceptGroup } from '../conceptEntry.ts';

export const electrolytes: ConceptGroup = {
  id: 'electrolytes',
  concepts: [
    {
      code: 'E87.1',
      name: 'Hyponatraemia',
      course: 'acute',
      mentions: ['hyponatraemia', 'low sodium', 'low serum sodium', 'hyponatremia'],
      testMentions: ['low sodium in serum'],
      rareMentions: ['hyponatraema', 'low Na'],
      testRareMentions: ['hyponatraemea'],
      clues: [
        [
          'Sodium was {112..122} on arrival with drowsiness.',
          'With drowsiness on arrival, sodium measured {112..122}.',
        ],
        [
          'Sodium rose from {114..121} to {131..135} with fluid restriction.',
          'Fluid restriction raised the sodium from {114..121} to {131..135}.',
        ],
        [
          'Indapamide was stopped because sodium had fallen to {114..123}.',
          'Sodium had fallen to {114..123}, so indapamide was stopped.',
        ],
        [
          'Hypertonic saline was given for sodium of {108..115}.',
          'For sodium of {108..115} {he} was given hypertonic saline.',
        ],
        [
          'SIADH had brought the sodium down to {115..124}.',
          'The sodium had come down to {115..124} with SIADH.',
        ],
        [
          'Fluid was limited to one litre because sodium was {118..125}.',
          'Sodium was {118..125}, so fluid was limited to one litre.',
        ],
      ],
      rareClues: [
        [
          'Samsca raised {his} sodium from {115..121} to {130..134}.',
          '{His} sodium was raised from {115..121} to {130..134} by Samsca.',
        ],
        [
          'Natrilix was stopped because serum Na had reached {114..122}.',
          'Serum Na had reached {114..122}, so Natrilix was stopped.',
        ],
      ],
      jointClues: [
        [
          [
            'Usual serum sodium was {139..142} in {March|May|June}.',
            'In {March|May|June} the usual serum sodium was {139..142}.',
          ],
          [
            'The admission sodium was {20..27} units below {his} usual level.',
            'On admission the sodium was below {his} usual level by {20..27} units.',
          ],
        ],
      ],
      otherPersonClues: [
        [
          '{His} neighbour was drowsy with sodium of {112..119}.',
          'With sodium of {112..119} {his} neighbour was drowsy.',
        ],
      ],
    },
    {
      code: 'E87.6',
      name: 'Hypokalaemia',
      course: 'acute',
      mentions: ['hypokalaemia', 'low potassium', 'low serum potassium', 'hypokalemia'],
      testMentions: ['low potassium in serum'],
      rareMentions: ['hypokalaema', 'low K'],
      testRareMentions: ['hypokalaemea'],
      clues: [
        [
          'Potassium was {2.3..2.8} with flat T waves.',
          'With flat T waves, potassium measured {2.3..2.8}.',
        ],
        [
          'Potassium chloride was infused for a level of {2.2..2.8}.',
          'For a level of {2.2..2.8} {he} was infused with potassium chloride.',
        ],
        [
          'U waves on ECG cleared after potassium replacement.',
          'Potassium replacement cleared the U waves on ECG.',
        ],
        [
          'Potassium tablets raised the level from {2.5..2.9} to {3.8..4.3}.',
          'The level was raised from {2.5..2.9} to {3.8..4.3} by potassium tablets.',
        ],
        [
          'Diarrhoea brought {his} potassium down to {2.4..2.9}.',
          '{His} potassium came down to {2.4..2.9} with diarrhoea.',
        ],
        [
          'Bendroflumethiazide was stopped because potassium fell to {2.5..2.9}.',
          'Potassium fell to {2.5..2.9}, so bendroflumethiazide was stopped.',
        ],
      ],
      rareClues: [
        [
          'Sando-K was given because serum K was {2.4..2.9}.',
          'Serum K was {2.4..2.9}, so Sando-K was given.',
        ],
        [
          'Kay-Cee-L syrup was given because serum K was {2.5..2.8}.',
          'Serum K was {2.5..2.8}, so Kay-Cee-L syrup was given.',
        ],
      ],
      jointClues: [
        [
          [
            'Usual serum potassium was {4.1..4.4} in {March|May|June}.',
            'In {March|May|June} the usual serum potassium was {4.1..4.4}.',
          ],
          [
            'The admission potassium was {1.5..1.9} units below {his} usual level.',
            'On admission the potassium was below {his} usual level by {1.5..1.9} units.',
          ],
        ],
      ],
      otherPersonClues: [
        [
          '{His} sister needed potassium drips for a level of {2.3..2.7}.',
          'For a level of {2.3..2.7} {his} sister needed potassium drips.',
        ],
      ],
    },
    {
      code: 'E87.5',
      name: 'Hyperkalaemia',
      course: 'acute',
      mentions: ['hyperkalaemia', 'high potassium', 'raised potassium', 'hyperkalemia'],
      testMentions: ['high potassium in serum'],
      rareMentions: ['hyperkalaema', 'high K'],
      testRareMentions: ['hyperkalaemea'],
      clues: [
        [
          'Potassium was {6.4..7.4} with tented T waves.',
          'With tented T waves, potassium measured {6.4..7.4}.',
        ],
        [
          'Insulin-dextrose was given for potassium of {6.5..7.3}.',
          'For potassium of {6.5..7.3} {he} was given insulin-dextrose.',
        ],
        [
          'Spironolactone was stopped because potassium reached {6.2..7.0}.',
          'Potassium reached {6.2..7.0}, so spironolactone was stopped.',
        ],
        [
          'Tented T waves settled after calcium gluconate.',
          'Calcium gluconate settled the tented T waves.',
        ],
        [
          'Insulin-dextrose brought potassium from {6.4..7.2} down to {4.8..5.3}.',
          'Potassium came down from {6.4..7.2} to {4.8..5.3} with insulin-dextrose.',
        ],
        [
          'A potassium binder was started for a level of {6.0..6.6}.',
          'For a level of {6.0..6.6} {he} started a potassium binder.',
        ],
      ],
      rareClues: [
        [
          'Lokelma brought {his} serum K down from {6.3..6.9}.',
          '{His} serum K came down from {6.3..6.9} with Lokelma.',
        ],
        [
          'Calcium Resonium was given because serum K was {6.1..6.8}.',
          'Serum K was {6.1..6.8}, so Calcium Resonium was given.',
        ],
      ],
      jointClues: [
        [
          [
            'Usual serum potassium was {4.5..4.8} in {March|May|June}.',
            'In {March|May|June} the usual serum potassium was {4.5..4.8}.',
          ],
          [
            'The admission potassium was {2.1..2.6} units above {his} usual level.',
            'On admission the potassium was above {his} usual level by {2.1..2.6} units.',
          ],
        ],
      ],
      otherPersonClues: [
        [
          '{His} father needed insulin-dextrose for potassium of {6.5..7.1}.',
          'For potassium of {6.5..7.1} {his} father needed insulin-dextrose.',
        ],
      ],
    },
  ],
};
