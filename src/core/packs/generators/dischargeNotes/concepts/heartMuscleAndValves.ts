import type { ConceptGroup } from '../conceptEntry.ts';

export const heartMuscleAndValves: ConceptGroup = {
  id: 'heartMuscleAndValves',
  concepts: [
    {
      code: 'I50.9',
      name: 'Heart failure',
      course: 'chronic',
      mentions: ['heart failure', 'congestive heart failure', 'CHF', 'cardiac failure'],
      rareMentions: ['hart failure', 'CCF'],
      clues: [
        'Ejection fraction was {20..34} percent with ankle oedema.',
        'NT-proBNP was {3200..9800} and furosemide relieved the breathlessness.',
        'Furosemide infusion removed {6..12} kg of fluid from legs and lungs.',
        'Sacubitril-valsartan was started for ejection fraction of {22..34} percent.',
        'Orthopnoea and swollen ankles improved with furosemide.',
        'A weak left ventricle caused fluid in both lungs.',
      ],
      rareClues: [
        'Entresto was started for ejection fraction of {22..34} percent.',
        'Lasix relieved {his} orthopnoea and swollen ankles.',
      ],
      jointClues: [
        [
          '{He} sleeps on {three|four} pillows because of breathlessness.',
          'Echo showed a weak left ventricle that was also enlarged.',
        ],
      ],
      otherPersonClues: ['{His} uncle takes furosemide for a weak left ventricle.'],
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
      rareMentions: ['aortic stenosus', 'AVS'],
      clues: [
        'Aortic valve area was {0.5..0.9} with a high gradient.',
        'TAVI was done for a tight calcified aortic valve.',
        'Mean aortic gradient was {44..68} mmHg on echo.',
        'Ejection murmur radiated to the neck with a narrowed aortic valve.',
        'Peak aortic velocity of {4.2..5.4} was recorded on echo.',
        'The narrowed aortic valve was replaced after fainting on effort.',
      ],
      rareClues: [
        'A Sapien valve was placed for the tight calcified aortic opening.',
        'A CoreValve was implanted because the aortic opening was narrowed.',
      ],
      jointClues: [
        [
          'An ejection murmur was heard over both carotids.',
          'The outflow valve gradient on echo was {46..70} mmHg.',
        ],
      ],
      otherPersonClues: ['{His} father had TAVI for a tight aortic valve.'],
    },
    {
      code: 'I34.0',
      name: 'Mitral regurgitation',
      course: 'chronic',
      mentions: ['mitral regurgitation', 'MR', 'mitral incompetence', 'mitral valve regurgitation'],
      rareMentions: ['mitral regurgitaton', 'mitral insufficency'],
      clues: [
        'Echo showed a severe jet back through the mitral valve.',
        'A pansystolic murmur at the apex radiated to the axilla.',
        'Mitral valve repair was done for a flail leaflet.',
        'Posterior mitral leaflet prolapse caused a large backward jet.',
        'Regurgitant volume across the mitral valve was {60..85} ml.',
        'The leaking mitral leaflets were repaired with a ring.',
      ],
      rareClues: [
        'A MitraClip was placed for the backward mitral jet.',
        'A Physio ring was sewn in to stop the mitral leak.',
      ],
      jointClues: [
        [
          'A systolic murmur was loudest at the apex.',
          'Colour Doppler showed a backward jet into the left atrium.',
        ],
      ],
      otherPersonClues: ['{His} mother had a leaking mitral leaflet repaired.'],
    },
  ],
};
