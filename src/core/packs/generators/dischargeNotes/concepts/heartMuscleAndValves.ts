import type { ConceptGroup } from '../conceptEntry.ts';

export const heartMuscleAndValves: ConceptGroup = {
  id: 'heartMuscleAndValves',
  concepts: [
    {
      code: 'I50.9',
      name: 'Heart failure',
      course: 'chronic',
      mentions: ['heart failure', 'congestive heart failure', 'CHF', 'cardiac failure'],
      testMentions: ['congestive cardiac failure'],
      rareMentions: ['hart failure', 'CCF'],
      testRareMentions: ['heart failiure'],
      clues: [
        [
          'Ejection fraction was {20..34} percent with ankle oedema.',
          'With ankle oedema the ejection fraction was {20..34} percent.',
        ],
        [
          'NT-proBNP was {3200..9800} and furosemide relieved the breathlessness.',
          'Furosemide relieved the breathlessness and NT-proBNP was {3200..9800}.',
        ],
        [
          'Furosemide infusion removed {6..12} kg of fluid from legs and lungs.',
          'From lungs and legs {6..12} kg of fluid was removed by furosemide infusion.',
        ],
        [
          'Sacubitril-valsartan was started for ejection fraction of {22..34} percent.',
          'For ejection fraction of {22..34} percent {he} started sacubitril-valsartan.',
        ],
        [
          'Orthopnoea and swollen ankles improved with furosemide.',
          'Furosemide improved the swollen ankles and orthopnoea.',
        ],
        [
          'A weak left ventricle caused fluid in both lungs.',
          'Fluid in both lungs was caused by a weak left ventricle.',
        ],
      ],
      rareClues: [
        [
          'Entresto was started for ejection fraction of {22..34} percent.',
          'For ejection fraction of {22..34} percent {he} started Entresto.',
        ],
        [
          'Lasix relieved {his} orthopnoea and swollen ankles.',
          '{His} swollen ankles and orthopnoea were relieved by Lasix.',
        ],
      ],
      jointClues: [
        [
          [
            '{He} sleeps on {three|four} pillows because of breathlessness.',
            'Because of breathlessness {he} sleeps on {three|four} pillows.',
          ],
          [
            'Echo showed a weak left ventricle that was also enlarged.',
            'The left ventricle was weak and also enlarged on echo.',
          ],
        ],
      ],
      otherPersonClues: [
        [
          '{His} uncle takes furosemide for a weak left ventricle.',
          'For a weak left ventricle {his} uncle takes furosemide.',
        ],
      ],
    },
    {
      code: 'I35.0',
      name: 'Aortic stenosis',
      course: 'chronic',
      mentions: [
        'aortic stenosis',
        'aortic valve stenosis',
        'severe aortic stenosis',
        'calcific aortic stenosis',
      ],
      testMentions: ['stenosis of the aortic valve'],
      rareMentions: ['aortic stenosus', 'AVS'],
      testRareMentions: ['aortic stennosis'],
      clues: [
        [
          'Aortic valve area was {0.5..0.9} with a high gradient.',
          'With a high gradient the aortic valve area was {0.5..0.9}.',
        ],
        [
          'TAVI was done for a tight calcified aortic valve.',
          'A tight calcified aortic valve was treated with TAVI.',
        ],
        [
          'Mean aortic gradient was {44..68} mmHg on echo.',
          'On echo the mean aortic gradient measured {44..68} mmHg.',
        ],
        [
          'Ejection murmur radiated to the neck with a narrowed aortic valve.',
          'With a narrowed aortic valve the ejection murmur radiated to the neck.',
        ],
        [
          'Peak aortic velocity of {4.2..5.4} was recorded on echo.',
          'Echo recorded a peak aortic velocity of {4.2..5.4}.',
        ],
        [
          'The narrowed aortic valve was replaced after fainting on effort.',
          'After fainting on effort {he} had the narrowed aortic valve replaced.',
        ],
      ],
      rareClues: [
        [
          'A Sapien valve was placed for the tight calcified aortic opening.',
          'The tight calcified aortic opening was treated with a Sapien valve.',
        ],
        [
          'A CoreValve was implanted because the aortic opening was narrowed.',
          'The aortic opening was narrowed, so a CoreValve was implanted.',
        ],
      ],
      jointClues: [
        [
          [
            'An ejection murmur was heard over both carotids.',
            'Over both carotids there was an ejection murmur.',
          ],
          [
            'The outflow valve gradient on echo was {46..70} mmHg.',
            'On echo the outflow valve gradient measured {46..70} mmHg.',
          ],
        ],
      ],
      otherPersonClues: [
        [
          '{His} father had TAVI for a tight aortic valve.',
          'For a tight aortic valve {his} father had TAVI.',
        ],
      ],
    },
    {
      code: 'I34.0',
      name: 'Mitral regurgitation',
      course: 'chronic',
      mentions: ['mitral regurgitation', 'MR', 'mitral incompetence', 'mitral valve regurgitation'],
      testMentions: ['regurgitation of the mitral valve'],
      rareMentions: ['mitral regurgitaton', 'mitral insufficency'],
      testRareMentions: ['mitral regurgitasion'],
      clues: [
        [
          'Echo showed a severe jet back through the mitral valve.',
          'A severe jet back through the mitral valve was seen on echo.',
        ],
        [
          'A pansystolic murmur at the apex radiated to the axilla.',
          'There was a pansystolic murmur at the apex, radiating to the axilla.',
        ],
        [
          'Mitral valve repair was done for a flail leaflet.',
          'For a flail leaflet {he} had mitral valve repair.',
        ],
        [
          'Posterior mitral leaflet prolapse caused a large backward jet.',
          'A large backward jet was caused by posterior mitral leaflet prolapse.',
        ],
        [
          'Regurgitant volume across the mitral valve was {60..85} ml.',
          'Across the mitral valve the regurgitant volume was {60..85} ml.',
        ],
        [
          'The leaking mitral leaflets were repaired with a ring.',
          'A ring was used to repair the leaking mitral leaflets.',
        ],
      ],
      rareClues: [
        [
          'A MitraClip was placed for the backward mitral jet.',
          'The backward mitral jet was treated with a MitraClip.',
        ],
        [
          'A Physio ring was sewn in to stop the mitral leak.',
          'To stop the mitral leak a Physio ring was sewn in.',
        ],
      ],
      jointClues: [
        [
          [
            'A systolic murmur was loudest at the apex.',
            'At the apex a systolic murmur was loudest.',
          ],
          [
            'Colour Doppler showed a backward jet into the left atrium.',
            'A backward jet into the left atrium was seen on colour Doppler.',
          ],
        ],
      ],
      otherPersonClues: [
        [
          '{His} mother had a leaking mitral leaflet repaired.',
          'A leaking mitral leaflet of {his} mother was repaired.',
        ],
      ],
    },
  ],
};
