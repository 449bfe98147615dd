import type { ConceptGroup } from '../conceptEntry.ts';

export const neckGlands: ConceptGroup = {
  id: 'neckGlands',
  concepts: [
    {
      code: 'E03.9',
      name: 'Hypothyroidism',
      course: 'chronic',
      mentions: [
        'hypothyroidism',
        'underactive thyroid',
        'thyroid underactivity',
        'autoimmune hypothyroidism',
      ],
      testMentions: ['underactivity of the thyroid'],
      rareMentions: ['hypothyrodism', 'myxoedema'],
      testRareMentions: ['hypothyroidsm'],
      clues: [
        ['TSH was {24..68} with low free T4.', 'Free T4 was low and TSH measured {24..68}.'],
        [
          'Levothyroxine {50|75|100|125} micrograms was continued each morning.',
          'Each morning {he} continues levothyroxine {50|75|100|125} micrograms.',
        ],
        [
          'Dry skin and slow pulse improved on levothyroxine.',
          'Levothyroxine improved the slow pulse and dry skin.',
        ],
        [
          'Thyroid peroxidase antibodies were high and levothyroxine was started.',
          'Levothyroxine was started because thyroid peroxidase antibodies were high.',
        ],
        [
          'TSH fell from {30..60} to {2..4} on replacement hormone.',
          'On replacement hormone {his} TSH fell from {30..60} to {2..4}.',
        ],
        ['Free T4 was {4..7} with a raised TSH.', 'With a raised TSH, free T4 measured {4..7}.'],
      ],
      rareClues: [
        [
          'Eltroxin {50|75|100} micrograms was continued each morning.',
          'Each morning {he} continues Eltroxin {50|75|100} micrograms.',
        ],
        [
          'Synthroid dose was raised because TSH was {12..30}.',
          'TSH was {12..30}, so the dose of Synthroid was raised.',
        ],
      ],
      jointClues: [
        [
          [
            'Weight gain and cold intolerance had built up for months.',
            'For months cold intolerance and weight gain had built up.',
          ],
          [
            'TSH came back at {18..44} on two samples.',
            'On two samples TSH came back at {18..44}.',
          ],
        ],
      ],
      otherPersonClues: [
        [
          '{His} mother takes levothyroxine every morning.',
          'Every morning {his} mother takes levothyroxine.',
        ],
      ],
    },
    {
      code: 'E05.90',
      name: 'Hyperthyroidism',
      course: 'chronic',
      mentions: ['hyperthyroidism', 'thyrotoxicosis', 'overactive thyroid', 'thyroid overactivity'],
      testMentions: ['overactivity of the thyroid'],
      rareMentions: ['hyperthyrodism', 'thyrotoxicossis'],
      testRareMentions: ['hyperthyroidsm'],
      clues: [
        [
          'Carbimazole {20|30|40} mg was started for high free T4.',
          'For high free T4 {he} started carbimazole {20|30|40} mg.',
        ],
        [
          'TSH was below {0.01|0.02|0.05} with free T4 of {38..62}.',
          'With free T4 of {38..62}, TSH was below {0.01|0.02|0.05}.',
        ],
        [
          'Carbimazole settled {his} tremor, sweating and weight loss.',
          '{His} weight loss, sweating and tremor settled with carbimazole.',
        ],
        [
          'TSH receptor antibodies were positive with bulging eyes.',
          '{He} had bulging eyes and positive TSH receptor antibodies.',
        ],
        [
          'Radioiodine was booked because free T4 stayed at {35..55}.',
          'Free T4 stayed at {35..55}, so radioiodine was booked.',
        ],
        [
          'Propylthiouracil brought {his} free T4 down to {14..20}.',
          '{His} free T4 came down to {14..20} with propylthiouracil.',
        ],
      ],
      rareClues: [
        [
          'Neo-Mercazole brought {his} free T4 back to normal.',
          '{His} free T4 was back to normal with Neo-Mercazole.',
        ],
        [
          'Tapazole was started for weight loss and suppressed TSH.',
          'Suppressed TSH and weight loss were treated with Tapazole.',
        ],
      ],
      jointClues: [
        [
          [
            'Weight fell {6..11} kg despite a large appetite.',
            'Despite a large appetite {his} weight fell {6..11} kg.',
          ],
          [
            'TSH was too low to measure on two samples.',
            'On two samples TSH was too low to measure.',
          ],
        ],
      ],
      otherPersonClues: [
        [
          '{His} cousin takes carbimazole for a high free T4.',
          'For a high free T4 {his} cousin takes carbimazole.',
        ],
      ],
    },
    {
      code: 'E21.0',
      name: 'Primary hyperparathyroidism',
      course: 'chronic',
      mentions: [
        'primary hyperparathyroidism',
        'hyperparathyroidism',
        'parathyroid overactivity',
        'overactive parathyroid gland',
      ],
      testMentions: ['overactivity of a parathyroid gland'],
      rareMentions: ['hyperparathyrodism', 'PHPT'],
      testRareMentions: ['hyperparathyroidsm'],
      clues: [
        [
          'Calcium was {2.85..3.10} with PTH of {14..28}.',
          'With PTH of {14..28}, calcium measured {2.85..3.10}.',
        ],
        [
          'A parathyroid adenoma was removed and calcium became normal.',
          'Calcium became normal when a parathyroid adenoma was removed.',
        ],
        [
          'Sestamibi scan showed a neck adenoma with high calcium and PTH.',
          'With high PTH and calcium, a neck adenoma was seen on sestamibi scan.',
        ],
        [
          'PTH stayed high despite calcium of {2.80..3.10}.',
          'Despite calcium of {2.80..3.10} the PTH stayed high.',
        ],
        [
          'Cinacalcet was started for high calcium and high PTH.',
          'High PTH and high calcium were treated with cinacalcet.',
        ],
        [
          'High PTH and calcium settled after neck gland surgery.',
          'Neck gland surgery settled the high calcium and PTH.',
        ],
      ],
      rareClues: [
        [
          'Mimpara lowered {his} high calcium and PTH.',
          '{His} high PTH and calcium were lowered by Mimpara.',
        ],
        [
          'Sensipar was started for calcium of {2.85..3.15} with high PTH.',
          'For high PTH with calcium of {2.85..3.15} {he} started Sensipar.',
        ],
      ],
      jointClues: [
        [
          [
            'Calcium was {2.80..3.10} on two samples taken this week.',
            'On two samples taken this week calcium was {2.80..3.10}.',
          ],
          [
            'The PTH level was high rather than suppressed.',
            'Rather than suppressed, the level of PTH was high.',
          ],
        ],
      ],
      otherPersonClues: [
        [
          '{His} sister had a parathyroid adenoma removed for high calcium.',
          'For high calcium {his} sister had a parathyroid adenoma removed.',
        ],
      ],
    },
  ],
};
