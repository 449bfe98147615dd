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
      testMentions: ["Parkinson's (PD)"],
      rareMentions: ["Parkison's disease", 'paralysis agitans'],
      testRareMentions: ["Parkinson's diseese"],
      clues: [
        [
          'Co-careldopa eased {his} slowness and pill-rolling tremor.',
          '{His} pill-rolling tremor and slowness were eased by co-careldopa.',
        ],
        [
          'A resting tremor with cogwheel rigidity was seen.',
          'There was cogwheel rigidity with a resting tremor.',
        ],
        [
          'Levodopa doses must be given on time to avoid freezing.',
          'Freezing is avoided when levodopa doses are given on time.',
        ],
        [
          'DaTSCAN showed reduced dopamine uptake with slow shuffling gait.',
          'With slow shuffling gait, dopamine uptake was reduced on DaTSCAN.',
        ],
        [
          'Shuffling gait and rigidity improved with levodopa.',
          'Levodopa improved the rigidity and shuffling gait.',
        ],
        [
          'Ropinirole was continued for slowness and stiffness of movement.',
          'For stiffness and slowness of movement {he} continues ropinirole.',
        ],
      ],
      rareClues: [
        [
          'Sinemet eased {his} slowness and cogwheel stiffness.',
          '{His} cogwheel stiffness and slowness were eased by Sinemet.',
        ],
        [
          'Madopar must be given on time to prevent freezing.',
          'Freezing is prevented when Madopar is given on time.',
        ],
      ],
      jointClues: [
        [
          [
            'The {side} hand shakes at rest and handwriting became small.',
            'Handwriting became small and the {side} hand shakes at rest.',
          ],
          [
            'Steps became short and the arms no longer swing.',
            'The arms no longer swing and steps became short.',
          ],
        ],
      ],
      otherPersonClues: [
        [
          '{His} father takes levodopa for slowness and stiffness.',
          'For stiffness and slowness {his} father takes levodopa.',
        ],
      ],
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
      testMentions: ['benign familial tremor'],
      rareMentions: ['esential tremor', 'essential tremmor'],
      testRareMentions: ['essential tremer'],
      clues: [
        [
          'Hands shake when pouring tea and propranolol helps.',
          'Propranolol helps when {his} hands shake pouring tea.',
        ],
        [
          'Tremor of both hands on reaching improves with a small drink.',
          'A small drink improves the tremor of both hands on reaching.',
        ],
        [
          'Primidone was started for shaking when {he} holds a cup.',
          'Shaking when {he} holds a cup was treated with primidone.',
        ],
        [
          'Both hands shake during writing but never at rest.',
          'During writing both hands shake, but at rest never.',
        ],
        [
          'Propranolol {40|80} mg controls lifelong shaking of the outstretched hands.',
          'Lifelong shaking of the outstretched hands is controlled by propranolol {40|80} mg.',
        ],
        [
          'Lifelong action tremor eases with propranolol.',
          'Propranolol eases the lifelong action tremor.',
        ],
      ],
      rareClues: [
        [
          'Inderal controls the lifelong shaking when {he} lifts a cup.',
          'The lifelong shaking when {he} lifts a cup is controlled by Inderal.',
        ],
        [
          'Mysoline was started for shaking when {he} holds a cup.',
          'Shaking when {he} holds a cup was treated with Mysoline.',
        ],
      ],
      jointClues: [
        [
          [
            'Both hands have shaken when lifting a cup for {8..20} years.',
            'For {8..20} years both hands have shaken when lifting a cup.',
          ],
          [
            'There is no stiffness, slowness or shaking at rest.',
            'At rest there is no shaking, slowness or stiffness.',
          ],
        ],
      ],
      otherPersonClues: [
        [
          '{His} aunt takes propranolol because her hands shake when pouring.',
          'Because her hands shake when pouring, {his} aunt takes propranolol.',
        ],
      ],
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
      testMentions: ['relapsing multiple sclerosis'],
      rareMentions: ['multiple sclerosus', 'disseminated sclerosis'],
      testRareMentions: ['multiple sclerosiss'],
      clues: [
        [
          'MRI showed periventricular plaques typical of demyelination.',
          'Periventricular plaques typical of demyelination were seen on MRI.',
        ],
        [
          'Oligoclonal bands were found with optic neuritis and leg numbness.',
          'With leg numbness and optic neuritis, oligoclonal bands were found.',
        ],
        [
          'Natalizumab infusions prevent {his} demyelinating relapses.',
          '{His} demyelinating relapses are prevented by natalizumab infusions.',
        ],
        [
          'Methylprednisolone treated a relapse with new spinal cord plaques.',
          'A relapse with new spinal cord plaques was treated with methylprednisolone.',
        ],
        [
          'Dimethyl fumarate is taken to reduce demyelinating relapses.',
          'To reduce demyelinating relapses {he} takes dimethyl fumarate.',
        ],
        [
          'Ocrelizumab is given twice yearly for demyelinating relapses.',
          'Twice yearly {he} is given ocrelizumab for demyelinating relapses.',
        ],
      ],
      rareClues: [
        [
          'Tysabri infusions prevent further demyelinating relapses.',
          'Further demyelinating relapses are prevented by Tysabri infusions.',
        ],
        [
          'Tecfidera is taken to prevent relapses with new brain plaques.',
          'To prevent relapses with new brain plaques {he} takes Tecfidera.',
        ],
      ],
      jointClues: [
        [
          [
            'Blurred vision in one eye lasted weeks in {2014..2020}.',
            'In {2014..2020} vision in one eye was blurred for weeks.',
          ],
          [
            'Last year leg numbness came with fresh white matter plaques.',
            'Fresh white matter plaques came with leg numbness last year.',
          ],
        ],
      ],
      otherPersonClues: [
        [
          '{His} sister has natalizumab infusions for demyelination.',
          'For demyelination {his} sister has natalizumab infusions.',
        ],
      ],
    },
  ],
};
