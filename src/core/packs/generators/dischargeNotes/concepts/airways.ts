import type { ConceptGroup } from '../conceptEntry.ts';

export const airways: ConceptGroup = {
  id: 'airways',
  concepts: [
    {
      code: 'J18.9',
      name: 'Pneumonia',
      course: 'acute',
      mentions: ['pneumonia', 'lobar pneumonia', 'community-acquired pneumonia', 'CAP'],
      rareMentions: ['pnuemonia', 'bronchopneumona'],
      clues: [
        'Chest film showed {side} lower lobe consolidation with fever of {38.2..39.6}.',
        'Consolidation cleared on chest film after a course of amoxicillin.',
        'CURB-65 score was {2|3} and intravenous co-amoxiclav was given.',
        'Crackles and rusty sputum at the {side} base settled with antibiotics.',
        'Clarithromycin and amoxicillin treated new shadowing in the {side} lung.',
        'CT showed lobar air bronchograms and sputum grew pneumococcus.',
        'Legionella antigen was positive with new consolidation in the {side} lung.',
      ],
      rareClues: [
        'Augmentin was given for new {side} basal consolidation.',
        'Klacid and Augmentin cleared the fever and lung shadowing.',
      ],
      jointClues: [
        [
          'Chest film showed a new shadow at the {side} base.',
          'Fever and green sputum settled on intravenous antibiotics.',
        ],
      ],
      otherPersonClues: ['{His} son had antibiotics last month for lung consolidation.'],
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
      rareMentions: ['chronic obstuctive pulmonary disease', 'COAD'],
      clues: [
        'Spirometry showed fixed obstruction after {35..60} pack-years of smoking.',
        'FEV1 was {35..55} percent predicted with no bronchodilator reversibility.',
        'Tiotropium inhaler was continued for {his} smoking-damaged lungs.',
        'Home oxygen is used for smoking-related airflow obstruction.',
        "Target saturation was 88 to 92 percent because of {his} smoker's lungs.",
        '{He} attends pulmonary rehabilitation for fixed airflow obstruction.',
        "Prednisolone and doxycycline treated a flare of {his} smoker's lungs.",
      ],
      rareClues: [
        'Spiriva was continued for fixed airflow obstruction from smoking.',
        'Trelegy is used daily for {his} irreversible airflow obstruction.',
      ],
      jointClues: [
        [
          '{He} smoked {20|30|40} cigarettes a day until last year.',
          'FEV1 was low and did not improve after salbutamol.',
        ],
      ],
      otherPersonClues: ['{His} father used home oxygen for smoking-damaged lungs.'],
    },
    {
      code: 'J45.909',
      name: 'Asthma',
      course: 'chronic',
      mentions: ['asthma', 'bronchial asthma', 'allergic asthma', 'childhood-onset asthma'],
      rareMentions: ['ashtma', 'asthama'],
      clues: [
        'Peak flow rose by {25..40} percent after salbutamol.',
        'Wheeze since childhood varies with pollen and cold air.',
        'Wheeze triggered by cats settles with {his} blue inhaler.',
        'Spirometry showed fully reversible airflow obstruction after salbutamol.',
        'Montelukast was added for wheeze triggered by pollen and exercise.',
        'Exhaled nitric oxide was {48..80} with variable wheeze.',
        'Peak flow diary showed large morning dips with wheeze.',
      ],
      rareClues: [
        'Singulair was continued for night wheeze set off by pollen.',
        'Nucala injections control {his} eosinophilic wheeze attacks.',
      ],
      jointClues: [
        [
          'Wheeze and cough come on at night and with exercise.',
          'Breathing tests returned to normal after salbutamol.',
        ],
      ],
      otherPersonClues: ['{His} daughter carries a blue inhaler for pollen wheeze.'],
    },
  ],
};
