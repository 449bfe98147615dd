import type { ConceptGroup } from '../conceptEntry.ts';

export const rhythm: ConceptGroup = {
  id: 'rhythm',
  concepts: [
    {
      code: 'I48.91',
      name: 'Atrial fibrillation',
      course: 'chronic',
      mentions: ['atrial fibrillation', 'AF', 'atrial fib', 'AFib'],
      rareMentions: ['atrial fibrilation', 'auricular fibrillation'],
      clues: [
        'Pulse was irregularly irregular with no P waves on ECG.',
        'CHA2DS2-VASc score was {3..5} so apixaban was continued.',
        'Bisoprolol slowed {his} irregularly irregular pulse to {68..84}.',
        'Ablation of the pulmonary veins was done for {his} irregular pulse.',
        'Digoxin controls the rate of {his} irregularly irregular pulse.',
        'Cardioversion restored sinus rhythm from an irregularly irregular rhythm.',
        'ECG showed no P waves and irregular narrow beats at {110..150}.',
      ],
      rareClues: [
        'Eliquis was continued because of {his} irregularly irregular pulse.',
        'Lanoxin slows {his} irregularly irregular heartbeat.',
      ],
      jointClues: [
        [
          '{His} pulse was irregular at {112..140} beats a minute.',
          'The heart tracing showed no P waves at all.',
        ],
      ],
      otherPersonClues: ['{His} mother takes digoxin for an irregularly irregular pulse.'],
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
      rareMentions: ['supraventicular tachycardia', 'AVNRT'],
      clues: [
        'A regular narrow-complex rhythm of {170..210} stopped with adenosine.',
        'Adenosine {6|12} mg ended the sudden regular racing heartbeat.',
        'Carotid massage stopped the regular narrow-complex rhythm at once.',
        'Slow pathway ablation was done for {his} sudden regular palpitations.',
        'Valsalva manoeuvre ended a regular heart rate of {165..205}.',
        'Sudden regular palpitations at {170..200} beats stop when {he} strains.',
        'ECG showed regular narrow beats at {175..210} with hidden P waves.',
      ],
      rareClues: [
        'Adenocor ended the regular narrow-complex rhythm in seconds.',
        'Isoptin prevents {his} sudden regular narrow-complex palpitations.',
      ],
      jointClues: [
        [
          'Palpitations started and stopped as if by a switch.',
          'The heart tracing showed regular narrow beats at {168..198}.',
        ],
      ],
      otherPersonClues: ['{His} sister needed adenosine for a racing narrow-complex rhythm.'],
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
      rareMentions: ['complete hart block', 'CHB'],
      clues: [
        'P waves and QRS complexes were fully dissociated at {28..38} beats.',
        'A pacemaker was fitted because no atrial beats reached the ventricles.',
        'Ventricular escape rhythm of {28..38} needed an urgent pacing wire.',
        'Dual-chamber pacemaker was fitted for AV dissociation with blackouts.',
        'Atropine failed and temporary pacing treated the AV dissociation.',
        'ECG showed P waves marching independently of slow broad beats.',
      ],
      rareClues: [
        'A Micra device was implanted for total AV dissociation.',
        'Isuprel was infused until pacing for the AV dissociation.',
      ],
      jointClues: [
        [
          'Pulse was {28..36} and {he} had fainted twice.',
          'On ECG the P waves bore no relation to the beats.',
        ],
      ],
      otherPersonClues: ['{His} father has a pacemaker for AV dissociation.'],
    },
  ],
};
