import type { ConceptGroup } from '../conceptEntry.ts';

export const chestPain: ConceptGroup = {
  id: 'chestPain',
  concepts: [
    {
      code: 'I20.9',
      name: 'Angina pectoris',
      course: 'chronic',
      mentions: ['angina', 'stable angina', 'angina pectoris', 'exertional angina'],
      rareMentions: ['angena', 'stenocardia'],
      clues: [
        'Chest tightness on hills is relieved by GTN spray.',
        'GTN spray eases {his} chest tightness within {two|three|five} minutes.',
        'Exercise test brought on chest tightness that resolved with rest.',
        'Isosorbide mononitrate was increased for exertional chest tightness.',
        'Chest tightness after {100..300} metres of walking stops with rest.',
        'Nicorandil was added because climbing stairs still brought chest tightness.',
        'Ranolazine reduced {his} exertional chest tightness.',
      ],
      rareClues: [
        'Imdur was increased for chest tightness on walking uphill.',
        'Nitrolingual spray relieves {his} chest tightness on exertion.',
      ],
      jointClues: [
        [
          'Chest tightness comes on when {he} walks uphill.',
          'Stress scan showed reversible ischaemia of the front wall.',
        ],
      ],
      otherPersonClues: ['{His} father used GTN spray for tightness on hills.'],
    },
    {
      code: 'I21.9',
      name: 'Acute myocardial infarction',
      course: 'acute',
      mentions: [
        'acute myocardial infarction',
        'myocardial infarction',
        'heart attack',
        'acute MI',
      ],
      rareMentions: ['mycardial infarction', 'AMI'],
      clues: [
        'Troponin rose to {900..4800} with inferior ST elevation.',
        'An emergency stent opened the blocked {left|right} coronary artery.',
        'Primary PCI was done within {60..95} minutes of crushing chest pain.',
        'Inferior ST elevation was treated with emergency coronary stenting.',
        'Aspirin and ticagrelor were started after the emergency coronary stent.',
        'Echo showed a new akinetic anterior wall after troponin of {1200..5200}.',
        'Thrombolysis was given for anterior ST elevation and crushing chest pain.',
      ],
      rareClues: [
        'Brilique was started after the emergency stent to the blocked artery.',
        'Metalyse was given in the ambulance for anterior ST elevation.',
      ],
      jointClues: [
        [
          'Crushing chest pain woke {him} at {two|three|four} in the morning.',
          'Troponin climbed from {20..60} to {1400..3900} by noon.',
        ],
      ],
      otherPersonClues: ['{His} uncle needed an emergency stent for a blocked artery.'],
    },
    {
      code: 'I30.9',
      name: 'Acute pericarditis',
      course: 'acute',
      mentions: [
        'acute pericarditis',
        'pericarditis',
        'viral pericarditis',
        'inflammation of the pericardium',
      ],
      rareMentions: ['percarditis', 'pericardits'],
      clues: [
        'A pericardial rub was heard and ST segments were saddle shaped.',
        'Colchicine and ibuprofen eased chest pain that worsened lying flat.',
        'Chest pain eased on sitting forward and a rub was heard.',
        'Widespread saddle-shaped ST elevation was seen with PR segment dip.',
        'Sharp chest pain with a friction rub followed a viral cold.',
        'Echo showed a small pericardial effusion with a friction rub.',
        'Colchicine was continued for three months for the inflamed heart lining.',
      ],
      rareClues: [
        'Colcrys was started for chest pain with a friction rub.',
        'Brufen settled the chest pain and friction rub within {3..6} days.',
      ],
      jointClues: [
        [
          'Sharp chest pain was worse when {he} lay flat.',
          'The ECG showed ST elevation across nearly all leads.',
        ],
      ],
      otherPersonClues: ['{His} cousin took colchicine for an inflamed heart lining.'],
    },
  ],
};
