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
      rareMentions: ['hypothyrodism', 'myxoedema'],
      clues: [
        'TSH was {24..68} with low free T4.',
        'Levothyroxine {50|75|100|125} micrograms was continued each morning.',
        'Dry skin and slow pulse improved on levothyroxine.',
        'Thyroid peroxidase antibodies were high and levothyroxine was started.',
        'TSH fell from {30..60} to {2..4} on replacement hormone.',
        'Free T4 was {4..7} with a raised TSH.',
      ],
      rareClues: [
        'Eltroxin {50|75|100} micrograms was continued each morning.',
        'Synthroid dose was raised because TSH was {12..30}.',
      ],
      jointClues: [
        [
          'Weight gain and cold intolerance had built up for months.',
          'TSH came back at {18..44} on two samples.',
        ],
      ],
      otherPersonClues: ['{His} mother takes levothyroxine every morning.'],
    },
    {
      code: 'E05.90',
      name: 'Hyperthyroidism',
      course: 'chronic',
      mentions: ['hyperthyroidism', 'thyrotoxicosis', 'overactive thyroid', 'thyroid overactivity'],
      rareMentions: ['hyperthyrodism', 'thyrotoxicossis'],
      clues: [
        'Carbimazole {20|30|40} mg was started for high free T4.',
        'TSH was below {0.01|0.02|0.05} with free T4 of {38..62}.',
        'Carbimazole settled {his} tremor, sweating and weight loss.',
        'TSH receptor antibodies were positive with bulging eyes.',
        'Radioiodine was booked because free T4 stayed at {35..55}.',
        'Propylthiouracil brought {his} free T4 down to {14..20}.',
      ],
      rareClues: [
        'Neo-Mercazole brought {his} free T4 back to normal.',
        'Tapazole was started for weight loss and suppressed TSH.',
      ],
      jointClues: [
        [
          'Weight fell {6..11} kg despite a large appetite.',
          'TSH was too low to measure on two samples.',
        ],
      ],
      otherPersonClues: ['{His} cousin takes carbimazole for a high free T4.'],
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
      rareMentions: ['hyperparathyrodism', 'PHPT'],
      clues: [
        'Calcium was {2.85..3.10} with PTH of {14..28}.',
        'A parathyroid adenoma was removed and calcium became normal.',
        'Sestamibi scan showed a neck adenoma with high calcium and PTH.',
        'PTH stayed high despite calcium of {2.80..3.10}.',
        'Cinacalcet was started for high calcium and high PTH.',
        'High PTH and calcium settled after neck gland surgery.',
      ],
      rareClues: [
        'Mimpara lowered {his} high calcium and PTH.',
        'Sensipar was started for calcium of {2.85..3.15} with high PTH.',
      ],
      jointClues: [
        [
          'Calcium was {2.80..3.10} on two samples taken this week.',
          'The PTH level was high rather than suppressed.',
        ],
      ],
      otherPersonClues: ['{His} sister had a parathyroid adenoma removed for high calcium.'],
    },
  ],
};
