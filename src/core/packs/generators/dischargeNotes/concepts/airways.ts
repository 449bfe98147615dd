import type { ConceptGroup } from '../conceptEntry.ts';

export const airways: ConceptGroup = {
  id: 'airways',
  concepts: [
    {
      code: 'J18.9',
      name: 'Pneumonia',
      course: 'acute',
      mentions: ['pneumonia', 'lobar pneumonia', 'community-acquired pneumonia', 'CAP'],
      testMentions: ['lobar community-acquired pneumonia'],
      rareMentions: ['pnuemonia', 'bronchopneumona'],
      testRareMentions: ['pneumona'],
      clues: [
        [
          'Chest film showed {side} lower lobe consolidation with fever of {38.2..39.6}.',
          'With fever of {38.2..39.6}, {side} lower lobe consolidation was seen on chest film.',
        ],
        [
          'Consolidation cleared on chest film after a course of amoxicillin.',
          'After a course of amoxicillin the chest film was cleared of consolidation.',
        ],
        [
          'CURB-65 score was {2|3} and intravenous co-amoxiclav was given.',
          'Intravenous co-amoxiclav was given for a CURB-65 score of {2|3}.',
        ],
        [
          'Crackles and rusty sputum at the {side} base settled with antibiotics.',
          'Antibiotics settled the rusty sputum and the crackles at the {side} base.',
        ],
        [
          'Clarithromycin and amoxicillin treated new shadowing in the {side} lung.',
          'New shadowing in the {side} lung was treated with amoxicillin and clarithromycin.',
        ],
        [
          'CT showed lobar air bronchograms and sputum grew pneumococcus.',
          'Pneumococcus grew from sputum and lobar air bronchograms were seen on CT.',
        ],
        [
          'Legionella antigen was positive with new consolidation in the {side} lung.',
          'The {side} lung had new consolidation and Legionella antigen was positive.',
        ],
      ],
      rareClues: [
        [
          'Augmentin was given for new {side} basal consolidation.',
          'New {side} basal consolidation was treated with Augmentin.',
        ],
        [
          'Klacid and Augmentin cleared the fever and lung shadowing.',
          'Fever and lung shadowing cleared on Augmentin and Klacid.',
        ],
      ],
      jointClues: [
        [
          [
            'Chest film showed a new shadow at the {side} base.',
            'A new shadow at the {side} base appeared on chest film.',
          ],
          [
            'Fever and green sputum settled on intravenous antibiotics.',
            'Intravenous antibiotics settled the green sputum and fever.',
          ],
        ],
      ],
      otherPersonClues: [
        [
          '{His} son had antibiotics last month for lung consolidation.',
          'Last month {his} son had lung consolidation and took antibiotics.',
        ],
      ],
    },
    {
      code: 'J44.9',
      name: 'Chronic obstructive pulmonary disease',
      course: 'chronic',
      mentions: [
        'chronic obstructive pulmonary disease',
        'COPD',
        'chronic obstructive lung disease',
        'chronic obstructive airways disease',
      ],
      testMentions: ['chronic obstructive disease of the airways'],
      rareMentions: ['chronic obstuctive pulmonary disease', 'COAD'],
      testRareMentions: ['chronic obstructive pulmonery disease'],
      clues: [
        [
          'Spirometry showed fixed obstruction after {35..60} pack-years of smoking.',
          'After {35..60} pack-years of smoking, obstruction on spirometry was fixed.',
        ],
        [
          'FEV1 was {35..55} percent predicted with no bronchodilator reversibility.',
          'With no bronchodilator reversibility, {his} FEV1 measured {35..55} percent predicted.',
        ],
        [
          'Tiotropium inhaler was continued for {his} smoking-damaged lungs.',
          'For {his} smoking-damaged lungs {he} continues a tiotropium inhaler.',
        ],
        [
          'Home oxygen is used for smoking-related airflow obstruction.',
          'Smoking-related airflow obstruction is treated with oxygen at home.',
        ],
        [
          "Target saturation was 88 to 92 percent because of {his} smoker's lungs.",
          "{His} smoker's lungs meant a target saturation of 88 to 92 percent.",
        ],
        [
          '{He} attends pulmonary rehabilitation for fixed airflow obstruction.',
          'For fixed airflow obstruction {he} goes to pulmonary rehabilitation.',
        ],
        [
          "Prednisolone and doxycycline treated a flare of {his} smoker's lungs.",
          "A flare of {his} smoker's lungs was treated with doxycycline and prednisolone.",
        ],
      ],
      rareClues: [
        [
          'Spiriva was continued for fixed airflow obstruction from smoking.',
          'Fixed airflow obstruction from smoking is treated with Spiriva.',
        ],
        [
          'Trelegy is used daily for {his} irreversible airflow obstruction.',
          '{His} irreversible airflow obstruction needs Trelegy daily.',
        ],
      ],
      jointClues: [
        [
          [
            '{He} smoked {20|30|40} cigarettes a day until last year.',
            'Until last year {he} smoked {20|30|40} cigarettes a day.',
          ],
          [
            'FEV1 was low and did not improve after salbutamol.',
            'After salbutamol {his} low FEV1 did not improve.',
          ],
        ],
      ],
      otherPersonClues: [
        [
          '{His} father used home oxygen for smoking-damaged lungs.',
          'Home oxygen was used by {his} father for smoking-damaged lungs.',
        ],
      ],
    },
    {
      code: 'J45.909',
      name: 'Asthma',
      course: 'chronic',
      mentions: ['asthma', 'bronchial asthma', 'allergic asthma', 'childhood-onset asthma'],
      testMentions: ['asthma of childhood onset'],
      rareMentions: ['ashtma', 'asthama'],
      testRareMentions: ['asthmma'],
      clues: [
        [
          'Peak flow rose by {25..40} percent after salbutamol.',
          'After salbutamol there was a rise in peak flow of {25..40} percent.',
        ],
        [
          'Wheeze since childhood varies with pollen and cold air.',
          'Pollen and cold air vary the wheeze {he} has had since childhood.',
        ],
        [
          'Wheeze triggered by cats settles with {his} blue inhaler.',
          '{His} blue inhaler settles the wheeze that cats trigger.',
        ],
        [
          'Spirometry showed fully reversible airflow obstruction after salbutamol.',
          'Airflow obstruction on spirometry was fully reversible after salbutamol.',
        ],
        [
          'Montelukast was added for wheeze triggered by pollen and exercise.',
          'Exercise and pollen triggered wheeze, so montelukast was added.',
        ],
        [
          'Exhaled nitric oxide was {48..80} with variable wheeze.',
          'With variable wheeze, exhaled nitric oxide measured {48..80}.',
        ],
        [
          'Peak flow diary showed large morning dips with wheeze.',
          'Wheeze and large morning dips were noted in the peak flow diary.',
        ],
      ],
      rareClues: [
        [
          'Singulair was continued for night wheeze set off by pollen.',
          'For night wheeze set off by pollen {he} continues Singulair.',
        ],
        [
          'Nucala injections control {his} eosinophilic wheeze attacks.',
          '{His} attacks of eosinophilic wheeze are controlled by Nucala injections.',
        ],
      ],
      jointClues: [
        [
          [
            'Wheeze and cough come on at night and with exercise.',
            'At night and with exercise {he} has cough and wheeze.',
          ],
          [
            'Breathing tests returned to normal after salbutamol.',
            'After salbutamol {his} breathing tests were back to normal.',
          ],
        ],
      ],
      otherPersonClues: [
        [
          '{His} daughter carries a blue inhaler for pollen wheeze.',
          'For pollen wheeze a blue inhaler is carried by {his} daughter.',
        ],
      ],
    },
  ],
};
