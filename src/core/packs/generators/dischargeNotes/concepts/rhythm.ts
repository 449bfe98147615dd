import type { ConceptGroup } from '../conceptEntry.ts';

export const rhythm: ConceptGroup = {
  id: 'rhythm',
  concepts: [
    {
      code: 'I48.91',
      name: 'Atrial fibrillation',
      course: 'chronic',
      mentions: ['atrial fibrillation', 'AF', 'atrial fib', 'AFib'],
      testMentions: ['atrial fibrillation (AF)'],
      rareMentions: ['atrial fibrilation', 'auricular fibrillation'],
      testRareMentions: ['atrial fibrilliation'],
      clues: [
        [
          'Pulse was irregularly irregular with no P waves on ECG.',
          'ECG had no P waves and the pulse was irregularly irregular.',
        ],
        [
          'CHA2DS2-VASc score was {3..5} so apixaban was continued.',
          'Apixaban was continued for a CHA2DS2-VASc score of {3..5}.',
        ],
        [
          'Bisoprolol slowed {his} irregularly irregular pulse to {68..84}.',
          '{His} irregularly irregular pulse was slowed to {68..84} by bisoprolol.',
        ],
        [
          'Ablation of the pulmonary veins was done for {his} irregular pulse.',
          'For {his} irregular pulse {he} had ablation of the pulmonary veins.',
        ],
        [
          'Digoxin controls the rate of {his} irregularly irregular pulse.',
          'The rate of {his} irregularly irregular pulse is controlled by digoxin.',
        ],
        [
          'Cardioversion restored sinus rhythm from an irregularly irregular rhythm.',
          'An irregularly irregular rhythm was restored to sinus rhythm by cardioversion.',
        ],
        [
          'ECG showed no P waves and irregular narrow beats at {110..150}.',
          'Irregular narrow beats at {110..150} without P waves were seen on ECG.',
        ],
      ],
      rareClues: [
        [
          'Eliquis was continued because of {his} irregularly irregular pulse.',
          'Because {his} pulse is irregularly irregular, Eliquis was continued.',
        ],
        [
          'Lanoxin slows {his} irregularly irregular heartbeat.',
          '{His} irregularly irregular heartbeat is slowed by Lanoxin.',
        ],
      ],
      jointClues: [
        [
          [
            '{His} pulse was irregular at {112..140} beats a minute.',
            'At {112..140} beats a minute {his} pulse was irregular.',
          ],
          [
            'The heart tracing showed no P waves at all.',
            'There were no P waves at all on the heart tracing.',
          ],
        ],
      ],
      otherPersonClues: [
        [
          '{His} mother takes digoxin for an irregularly irregular pulse.',
          'Digoxin is taken by {his} mother for an irregularly irregular pulse.',
        ],
      ],
    },
    {
      code: 'I47.10',
      name: 'Supraventricular tachycardia',
      course: 'acute',
      mentions: [
        'supraventricular tachycardia',
        'SVT',
        'paroxysmal SVT',
        'AV nodal re-entry tachycardia',
      ],
      testMentions: ['paroxysmal supraventricular tachycardia'],
      rareMentions: ['supraventicular tachycardia', 'AVNRT'],
      testRareMentions: ['supraventricular tachicardia'],
      clues: [
        [
          'A regular narrow-complex rhythm of {170..210} stopped with adenosine.',
          'Adenosine stopped a regular narrow-complex rhythm of {170..210}.',
        ],
        [
          'Adenosine {6|12} mg ended the sudden regular racing heartbeat.',
          'The sudden regular racing heartbeat ended after adenosine {6|12} mg.',
        ],
        [
          'Carotid massage stopped the regular narrow-complex rhythm at once.',
          'The regular narrow-complex rhythm stopped at once with carotid massage.',
        ],
        [
          'Slow pathway ablation was done for {his} sudden regular palpitations.',
          'For {his} sudden regular palpitations {he} had slow pathway ablation.',
        ],
        [
          'Valsalva manoeuvre ended a regular heart rate of {165..205}.',
          'A regular heart rate of {165..205} ended with the Valsalva manoeuvre.',
        ],
        [
          'Sudden regular palpitations at {170..200} beats stop when {he} strains.',
          'When {he} strains, sudden regular palpitations at {170..200} beats stop.',
        ],
        [
          'ECG showed regular narrow beats at {175..210} with hidden P waves.',
          'P waves were hidden in regular narrow beats at {175..210} on ECG.',
        ],
      ],
      rareClues: [
        [
          'Adenocor ended the regular narrow-complex rhythm in seconds.',
          'The regular narrow-complex rhythm ended in seconds with Adenocor.',
        ],
        [
          'Isoptin prevents {his} sudden regular narrow-complex palpitations.',
          '{His} sudden regular narrow-complex palpitations are prevented by Isoptin.',
        ],
      ],
      jointClues: [
        [
          [
            'Palpitations started and stopped as if by a switch.',
            'As if by a switch {his} palpitations started and stopped.',
          ],
          [
            'The heart tracing showed regular narrow beats at {168..198}.',
            'Regular narrow beats at {168..198} were seen on the heart tracing.',
          ],
        ],
      ],
      otherPersonClues: [
        [
          '{His} sister needed adenosine for a racing narrow-complex rhythm.',
          'For a racing narrow-complex rhythm {his} sister needed adenosine.',
        ],
      ],
    },
    {
      code: 'I44.2',
      name: 'Complete atrioventricular block',
      course: 'acute',
      mentions: [
        'complete heart block',
        'third-degree AV block',
        'complete AV block',
        'third-degree heart block',
      ],
      testMentions: ['complete third-degree heart block'],
      rareMentions: ['complete hart block', 'CHB'],
      testRareMentions: ['complete heart blok'],
      clues: [
        [
          'P waves and QRS complexes were fully dissociated at {28..38} beats.',
          'At {28..38} beats the QRS complexes and P waves were fully dissociated.',
        ],
        [
          'A pacemaker was fitted because no atrial beats reached the ventricles.',
          'No atrial beats reached the ventricles, so a pacemaker was fitted.',
        ],
        [
          'Ventricular escape rhythm of {28..38} needed an urgent pacing wire.',
          'An urgent pacing wire was needed for ventricular escape rhythm of {28..38}.',
        ],
        [
          'Dual-chamber pacemaker was fitted for AV dissociation with blackouts.',
          'For blackouts with AV dissociation {he} was fitted with a dual-chamber pacemaker.',
        ],
        [
          'Atropine failed and temporary pacing treated the AV dissociation.',
          'The AV dissociation was treated with temporary pacing when atropine failed.',
        ],
        [
          'ECG showed P waves marching independently of slow broad beats.',
          'Slow broad beats and P waves marched independently on ECG.',
        ],
      ],
      rareClues: [
        [
          'A Micra device was implanted for total AV dissociation.',
          'Total AV dissociation was treated with an implanted Micra device.',
        ],
        [
          'Isuprel was infused until pacing for the AV dissociation.',
          'For the AV dissociation Isuprel was infused until pacing.',
        ],
      ],
      jointClues: [
        [
          [
            'Pulse was {28..36} and {he} had fainted twice.',
            '{He} had fainted twice and {his} pulse was {28..36}.',
          ],
          [
            'On ECG the P waves bore no relation to the beats.',
            'The P waves bore no relation to the beats on ECG.',
          ],
        ],
      ],
      otherPersonClues: [
        [
          '{His} father has a pacemaker for AV dissociation.',
          'For AV dissociation {his} father has a pacemaker.',
        ],
      ],
    },
  ],
};
