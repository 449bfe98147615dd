import type { ConceptGroup } from '../conceptEntry.ts';

export const joints: ConceptGroup = {
  id: 'joints',
  concepts: [
    {
      code: 'M10.9',
      name: 'Gout',
      course: 'chronic',
      mentions: ['gout', 'gouty arthritis', 'tophaceous gout', 'uric acid gout'],
      rareMentions: ['gowt', 'podagra'],
      clues: [
        'Joint fluid showed negatively birefringent needle crystals.',
        'Allopurinol was continued to prevent hot red toe attacks.',
        'Urate was {520..680} with a hot swollen big toe.',
        'Colchicine settled the hot swollen big toe within {two|three} days.',
        'Chalky tophi were seen over both elbows.',
        'Febuxostat keeps {his} urate at {260..340} and toes quiet.',
      ],
      rareClues: [
        'Zyloric is taken to prevent hot big toe attacks.',
        'Adenuric lowered {his} urate and stopped the toe attacks.',
      ],
      jointClues: [
        [
          'The {side} big toe became hot and very painful overnight.',
          'Serum urate was {510..690} two weeks later.',
        ],
      ],
      otherPersonClues: ['{His} father takes allopurinol for painful toes.'],
    },
    {
      code: 'M06.9',
      name: 'Rheumatoid arthritis',
      course: 'chronic',
      mentions: [
        'rheumatoid arthritis',
        'RA',
        'seropositive rheumatoid arthritis',
        'rheumatoid disease',
      ],
      rareMentions: ['rhuematoid arthritis', 'rheumatoid arthritus'],
      clues: [
        'Anti-CCP was strongly positive with swollen knuckles on both hands.',
        'Weekly methotrexate controls swelling of both wrists and knuckles.',
        'Morning stiffness lasts {two|three} hours with symmetrical knuckle swelling.',
        'Hand films showed erosions of the knuckle joints on both sides.',
        'Etanercept controls {his} symmetrical inflamed wrists and knuckles.',
        'DAS28 score was {4.2..6.1} and methotrexate was increased.',
      ],
      rareClues: [
        'Enbrel controls {his} symmetrical inflamed knuckles.',
        'Plaquenil and methotrexate calm {his} swollen knuckles and wrists.',
      ],
      jointClues: [
        [
          'Both wrists and all knuckles were swollen for {three|four} months.',
          'The anti-CCP antibody test came back positive.',
        ],
      ],
      otherPersonClues: ['{His} sister takes weekly methotrexate for swollen knuckles.'],
    },
    {
      code: 'M19.90',
      name: 'Osteoarthritis',
      course: 'chronic',
      mentions: ['osteoarthritis', 'OA', 'degenerative joint disease', 'wear-and-tear arthritis'],
      rareMentions: ['osteoarthrits', 'DJD'],
      clues: [
        'Knee film showed joint space loss and osteophytes.',
        '{Side} knee replacement was done for worn cartilage.',
        'Heberden nodes were seen at the finger ends.',
        'Hip pain worsens with use and cartilage is worn away.',
        'Topical ibuprofen helps {his} worn {side} knee joint.',
        '{He} waits for hip replacement because the cartilage is worn.',
      ],
      rareClues: [
        'Voltarol gel helps {his} worn {side} knee cartilage.',
        'Synvisc was injected into {his} worn {side} knee joint.',
      ],
      jointClues: [
        [
          'The {side} knee hurts on stairs and eases with rest.',
          'The knee film showed narrowed space with bony spurs.',
        ],
      ],
      otherPersonClues: ['{His} mother had a worn hip joint replaced.'],
    },
  ],
};
