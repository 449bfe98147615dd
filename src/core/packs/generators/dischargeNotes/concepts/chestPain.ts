import type { ConceptGroup } from '../conceptEntry.ts';

export const chestPain: ConceptGroup = {
  id: 'chestPain',
  concepts: [
    {
      code: 'I20.9',
      name: 'Angina pectoris',
      course: 'chronic',
      mentions: ['angina', 'stable angina', 'angina pectoris', 'exertional angina'],
      testMentions: ['angina on exertion'],
      rareMentions: ['angena', 'stenocardia'],
      testRareMentions: ['anginna'],
      clues: [
        [
          'Chest tightness on hills is relieved by GTN spray.',
          'GTN spray gives relief from chest tightness on hills.',
        ],
        [
          'GTN spray eases {his} chest tightness within {two|three|five} minutes.',
          'Within {two|three|five} minutes of GTN spray {his} chest tightness eases.',
        ],
        [
          'Exercise test brought on chest tightness that resolved with rest.',
          'Chest tightness came on in the exercise test and resolved with rest.',
        ],
        [
          'Isosorbide mononitrate was increased for exertional chest tightness.',
          'For exertional chest tightness the isosorbide mononitrate dose was increased.',
        ],
        [
          'Chest tightness after {100..300} metres of walking stops with rest.',
          'Walking {100..300} metres brings chest tightness that stops with rest.',
        ],
        [
          'Nicorandil was added because climbing stairs still brought chest tightness.',
          'Climbing stairs still brought chest tightness, so nicorandil was added.',
        ],
        [
          'Ranolazine reduced {his} exertional chest tightness.',
          '{His} exertional chest tightness was reduced by ranolazine.',
        ],
      ],
      rareClues: [
        [
          'Imdur was increased for chest tightness on walking uphill.',
          'Chest tightness on walking uphill was treated with increased Imdur.',
        ],
        [
          'Nitrolingual spray relieves {his} chest tightness on exertion.',
          '{His} chest tightness on exertion is relieved by Nitrolingual spray.',
        ],
      ],
      jointClues: [
        [
          [
            'Chest tightness comes on when {he} walks uphill.',
            'When walking uphill {he} gets chest tightness.',
          ],
          [
            'Stress scan showed reversible ischaemia of the front wall.',
            'Reversible ischaemia of the front wall was seen on stress scan.',
          ],
        ],
      ],
      otherPersonClues: [
        [
          '{His} father used GTN spray for tightness on hills.',
          'For tightness on hills {his} father used GTN spray.',
        ],
      ],
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
      testMentions: ['acute heart attack'],
      rareMentions: ['mycardial infarction', 'AMI'],
      testRareMentions: ['heart atack'],
      clues: [
        [
          'Troponin rose to {900..4800} with inferior ST elevation.',
          'Inferior ST elevation was seen and troponin rose to {900..4800}.',
        ],
        [
          'An emergency stent opened the blocked {left|right} coronary artery.',
          'The blocked {left|right} coronary artery was opened by an emergency stent.',
        ],
        [
          'Primary PCI was done within {60..95} minutes of crushing chest pain.',
          'Within {60..95} minutes of crushing chest pain {he} had primary PCI.',
        ],
        [
          'Inferior ST elevation was treated with emergency coronary stenting.',
          'Emergency coronary stenting was the treatment for inferior ST elevation.',
        ],
        [
          'Aspirin and ticagrelor were started after the emergency coronary stent.',
          'After the emergency coronary stent {he} started ticagrelor and aspirin.',
        ],
        [
          'Echo showed a new akinetic anterior wall after troponin of {1200..5200}.',
          'After troponin of {1200..5200} the anterior wall was newly akinetic on echo.',
        ],
        [
          'Thrombolysis was given for anterior ST elevation and crushing chest pain.',
          'Crushing chest pain with anterior ST elevation was treated with thrombolysis.',
        ],
      ],
      rareClues: [
        [
          'Brilique was started after the emergency stent to the blocked artery.',
          'After the blocked artery had an emergency stent, Brilique was started.',
        ],
        [
          'Metalyse was given in the ambulance for anterior ST elevation.',
          'In the ambulance anterior ST elevation was treated with Metalyse.',
        ],
      ],
      jointClues: [
        [
          [
            'Crushing chest pain woke {him} at {two|three|four} in the morning.',
            'At {two|three|four} in the morning {he} woke with crushing chest pain.',
          ],
          [
            'Troponin climbed from {20..60} to {1400..3900} by noon.',
            'By noon troponin had climbed from {20..60} to {1400..3900}.',
          ],
        ],
      ],
      otherPersonClues: [
        [
          '{His} uncle needed an emergency stent for a blocked artery.',
          'For a blocked artery an emergency stent was needed by {his} uncle.',
        ],
      ],
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
      testMentions: ['acute viral pericarditis'],
      rareMentions: ['percarditis', 'pericardits'],
      testRareMentions: ['pericarditus'],
      clues: [
        [
          'A pericardial rub was heard and ST segments were saddle shaped.',
          'ST segments were saddle shaped and there was a pericardial rub.',
        ],
        [
          'Colchicine and ibuprofen eased chest pain that worsened lying flat.',
          'Chest pain that worsened lying flat was eased by ibuprofen and colchicine.',
        ],
        [
          'Chest pain eased on sitting forward and a rub was heard.',
          'A rub was heard, and sitting forward eased the chest pain.',
        ],
        [
          'Widespread saddle-shaped ST elevation was seen with PR segment dip.',
          'With PR segment dip there was widespread saddle-shaped ST elevation.',
        ],
        [
          'Sharp chest pain with a friction rub followed a viral cold.',
          'After a viral cold {he} had sharp chest pain and a friction rub.',
        ],
        [
          'Echo showed a small pericardial effusion with a friction rub.',
          'There was a friction rub, and a small pericardial effusion on echo.',
        ],
        [
          'Colchicine was continued for three months for the inflamed heart lining.',
          'For the inflamed heart lining {he} takes colchicine for three months.',
        ],
      ],
      rareClues: [
        [
          'Colcrys was started for chest pain with a friction rub.',
          'Chest pain with a friction rub was treated with Colcrys.',
        ],
        [
          'Brufen settled the chest pain and friction rub within {3..6} days.',
          'Within {3..6} days of Brufen the friction rub and chest pain settled.',
        ],
      ],
      jointClues: [
        [
          [
            'Sharp chest pain was worse when {he} lay flat.',
            'When {he} lay flat the sharp chest pain was worse.',
          ],
          [
            'The ECG showed ST elevation across nearly all leads.',
            'Across nearly all leads of the ECG there was ST elevation.',
          ],
        ],
      ],
      otherPersonClues: [
        [
          '{His} cousin took colchicine for an inflamed heart lining.',
          'For an inflamed heart lining {his} cousin took colchicine.',
        ],
      ],
    },
  ],
};
