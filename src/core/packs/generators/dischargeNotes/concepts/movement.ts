import type { ConceptGroup } from '../conceptEntry.ts';

export const movement: ConceptGroup = {
  id: 'movement',
  concepts: [
    {
      code: 'G20',
      name: "Parkinson's disease",
      course: 'chronic',
      mentions: [
        "Parkinson's disease",
        'Parkinson disease',
        "idiopathic Parkinson's",
        "PD (Parkinson's)",
      ],
      rareMentions: ["Parkison's disease", 'paralysis agitans'],
      clues: [
        'Co-careldopa eased {his} slowness and pill-rolling tremor.',
        'A resting tremor with cogwheel rigidity was seen.',
        'Levodopa doses must be given on time to avoid freezing.',
        'DaTSCAN showed reduced dopamine uptake with slow shuffling gait.',
        'Shuffling gait and rigidity improved with levodopa.',
        'Ropinirole was continued for slowness and stiffness of movement.',
      ],
      rareClues: [
        'Sinemet eased {his} slowness and cogwheel stiffness.',
        'Madopar must be given on time to prevent freezing.',
      ],
      jointClues: [
        [
          'The {side} hand shakes at rest and handwriting became small.',
          'Steps became short and the arms no longer swing.',
        ],
      ],
      otherPersonClues: ['{His} father takes levodopa for slowness and stiffness.'],
    },
    {
      code: 'G25.0',
      name: 'Essential tremor',
      course: 'chronic',
      mentions: [
        'essential tremor',
        'benign essential tremor',
        'familial tremor',
        'hereditary tremor',
      ],
      rareMentions: ['esential tremor', 'essential tremmor'],
      clues: [
        'Hands shake when pouring tea and propranolol helps.',
        'Tremor of both hands on reaching improves with a small drink.',
        'Primidone was started for shaking when {he} holds a cup.',
        'Both hands shake during writing but never at rest.',
        'Propranolol {40|80} mg controls lifelong shaking of the outstretched hands.',
        'Lifelong action tremor eases with propranolol.',
      ],
      rareClues: [
        'Inderal controls the lifelong shaking when {he} lifts a cup.',
        'Mysoline was started for shaking when {he} holds a cup.',
      ],
      jointClues: [
        [
          'Both hands have shaken when lifting a cup for {8..20} years.',
          'There is no stiffness, slowness or shaking at rest.',
        ],
      ],
      otherPersonClues: ['{His} aunt takes propranolol because her hands shake when pouring.'],
    },
    {
      code: 'G35',
      name: 'Multiple sclerosis',
      course: 'chronic',
      mentions: [
        'multiple sclerosis',
        'MS',
        'relapsing MS',
        'relapsing-remitting multiple sclerosis',
      ],
      rareMentions: ['multiple sclerosus', 'disseminated sclerosis'],
      clues: [
        'MRI showed periventricular plaques typical of demyelination.',
        'Oligoclonal bands were found with optic neuritis and leg numbness.',
        'Natalizumab infusions prevent {his} demyelinating relapses.',
        'Methylprednisolone treated a relapse with new spinal cord plaques.',
        'Dimethyl fumarate is taken to reduce demyelinating relapses.',
        'Ocrelizumab is given twice yearly for demyelinating relapses.',
      ],
      rareClues: [
        'Tysabri infusions prevent further demyelinating relapses.',
        'Tecfidera is taken to prevent relapses with new brain plaques.',
      ],
      jointClues: [
        [
          'Blurred vision in one eye lasted weeks in {2014..2020}.',
          'Last year leg numbness came with fresh white matter plaques.',
        ],
      ],
      otherPersonClues: ['{His} sister has natalizumab infusions for demyelination.'],
    },
  ],
};
