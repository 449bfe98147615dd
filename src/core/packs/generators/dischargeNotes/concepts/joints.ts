import type { ConceptGroup } from '../conceptEntry.ts';

export const joints: ConceptGroup = {
  id: 'joints',
  concepts: [
    {
      code: 'M10.9',
      name: 'Gout',
      course: 'chronic',
      mentions: ['gout', 'gouty arthritis', 'tophaceous gout', 'uric acid gout'],
      testMentions: ['gout with tophi'],
      rareMentions: ['gowt', 'podagra'],
      testRareMentions: ['gouut'],
      clues: [
        [
          'Joint fluid showed negatively birefringent needle crystals.',
          'Needle crystals, negatively birefringent, were seen in joint fluid.',
        ],
        [
          'Allopurinol was continued to prevent hot red toe attacks.',
          'To prevent hot red toe attacks {he} continues allopurinol.',
        ],
        [
          'Urate was {520..680} with a hot swollen big toe.',
          'With a hot swollen big toe, urate measured {520..680}.',
        ],
        [
          'Colchicine settled the hot swollen big toe within {two|three} days.',
          'Within {two|three} days of colchicine the hot swollen big toe settled.',
        ],
        ['Chalky tophi were seen over both elbows.', 'Over both elbows there were chalky tophi.'],
        [
          'Febuxostat keeps {his} urate at {260..340} and toes quiet.',
          '{His} toes are quiet and urate is {260..340} on febuxostat.',
        ],
      ],
      rareClues: [
        [
          'Zyloric is taken to prevent hot big toe attacks.',
          'To prevent hot big toe attacks {he} takes Zyloric.',
        ],
        [
          'Adenuric lowered {his} urate and stopped the toe attacks.',
          'The toe attacks stopped and {his} urate was lowered by Adenuric.',
        ],
      ],
      jointClues: [
        [
          [
            'The {side} big toe became hot and very painful overnight.',
            'Overnight the {side} big toe became very painful and hot.',
          ],
          [
            'Serum urate was {510..690} two weeks later.',
            'Two weeks later serum urate was {510..690}.',
          ],
        ],
      ],
      otherPersonClues: [
        [
          '{His} father takes allopurinol for painful toes.',
          'For painful toes {his} father takes allopurinol.',
        ],
      ],
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
      testMentions: ['seropositive RA'],
      rareMentions: ['rhuematoid arthritis', 'rheumatoid arthritus'],
      testRareMentions: ['rheumatoid artritis'],
      clues: [
        [
          'Anti-CCP was strongly positive with swollen knuckles on both hands.',
          'Knuckles on both hands were swollen and anti-CCP was strongly positive.',
        ],
        [
          'Weekly methotrexate controls swelling of both wrists and knuckles.',
          'Swelling of knuckles and both wrists is controlled by weekly methotrexate.',
        ],
        [
          'Morning stiffness lasts {two|three} hours with symmetrical knuckle swelling.',
          'With symmetrical knuckle swelling {he} has morning stiffness for {two|three} hours.',
        ],
        [
          'Hand films showed erosions of the knuckle joints on both sides.',
          'Erosions of the knuckle joints on both sides were seen on hand films.',
        ],
        [
          'Etanercept controls {his} symmetrical inflamed wrists and knuckles.',
          '{His} symmetrical inflamed knuckles and wrists are controlled by etanercept.',
        ],
        [
          'DAS28 score was {4.2..6.1} and methotrexate was increased.',
          'Methotrexate was increased for a DAS28 score of {4.2..6.1}.',
        ],
      ],
      rareClues: [
        [
          'Enbrel controls {his} symmetrical inflamed knuckles.',
          '{His} symmetrical inflamed knuckles are controlled by Enbrel.',
        ],
        [
          'Plaquenil and methotrexate calm {his} swollen knuckles and wrists.',
          '{His} swollen wrists and knuckles are calmed by methotrexate and Plaquenil.',
        ],
      ],
      jointClues: [
        [
          [
            'Both wrists and all knuckles were swollen for {three|four} months.',
            'For {three|four} months all knuckles and both wrists were swollen.',
          ],
          [
            'The anti-CCP antibody test came back positive.',
            'The test for anti-CCP antibody was positive.',
          ],
        ],
      ],
      otherPersonClues: [
        [
          '{His} sister takes weekly methotrexate for swollen knuckles.',
          'For swollen knuckles {his} sister takes weekly methotrexate.',
        ],
      ],
    },
    {
      code: 'M19.90',
      name: 'Osteoarthritis',
      course: 'chronic',
      mentions: ['osteoarthritis', 'OA', 'degenerative joint disease', 'wear-and-tear arthritis'],
      testMentions: ['degenerative arthritis'],
      rareMentions: ['osteoarthrits', 'DJD'],
      testRareMentions: ['osteoartritis'],
      clues: [
        [
          'Knee film showed joint space loss and osteophytes.',
          'Osteophytes and joint space loss were seen on knee film.',
        ],
        [
          '{Side} knee replacement was done for worn cartilage.',
          'For worn cartilage {he} had {side} knee replacement.',
        ],
        [
          'Heberden nodes were seen at the finger ends.',
          'At the finger ends there were Heberden nodes.',
        ],
        [
          'Hip pain worsens with use and cartilage is worn away.',
          'Cartilage is worn away and hip pain worsens with use.',
        ],
        [
          'Topical ibuprofen helps {his} worn {side} knee joint.',
          '{His} worn {side} knee joint is helped by topical ibuprofen.',
        ],
        [
          '{He} waits for hip replacement because the cartilage is worn.',
          'Because the cartilage is worn, {he} waits for hip replacement.',
        ],
      ],
      rareClues: [
        [
          'Voltarol gel helps {his} worn {side} knee cartilage.',
          '{His} worn {side} knee cartilage is helped by Voltarol gel.',
        ],
        [
          'Synvisc was injected into {his} worn {side} knee joint.',
          '{His} worn {side} knee joint was injected with Synvisc.',
        ],
      ],
      jointClues: [
        [
          [
            'The {side} knee hurts on stairs and eases with rest.',
            'On stairs the {side} knee hurts, and with rest it eases.',
          ],
          [
            'The knee film showed narrowed space with bony spurs.',
            'Bony spurs with narrowed space were seen on the knee film.',
          ],
        ],
      ],
      otherPersonClues: [
        [
          '{His} mother had a worn hip joint replaced.',
          'A worn hip joint of {his} mother was replaced.',
        ],
      ],
    },
  ],
};
