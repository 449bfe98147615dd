import type { ConceptGroup } from '../conceptEntry.ts';

export const brain: ConceptGroup = {
  id: 'brain',
  concepts: [
    {
      code: 'I63.9',
      name: 'Cerebral infarction',
      course: 'acute',
      mentions: ['ischaemic stroke', 'stroke', 'cerebral infarction', 'CVA'],
      testMentions: ['ischaemic cerebral infarction'],
      rareMentions: ['ischaemic storke', 'cerebral infarcton'],
      testRareMentions: ['ischaemic strok'],
      clues: [
        [
          'MRI showed restricted diffusion in the {side} middle cerebral artery territory.',
          'Diffusion was restricted in the {side} middle cerebral artery territory on MRI.',
        ],
        [
          'Thrombectomy removed clot from the {side} middle cerebral artery.',
          'Clot was removed from the {side} middle cerebral artery by thrombectomy.',
        ],
        [
          'Lasting {side} arm weakness followed a new infarct on brain CT.',
          'Brain CT showed a new infarct with lasting {side} arm weakness.',
        ],
        [
          'Thrombolysis was given for sudden {side} arm weakness and lost speech.',
          'Sudden {side} arm weakness and lost speech were treated with thrombolysis.',
        ],
        [
          'NIHSS score was {8..17} with a dense {side} middle cerebral artery.',
          'With a dense {side} middle cerebral artery the NIHSS score was {8..17}.',
        ],
        [
          'CT showed an established {side} parietal brain infarct.',
          'An established {side} parietal brain infarct was seen on CT.',
        ],
      ],
      rareClues: [
        [
          'Actilyse was given for sudden {side} facial droop and arm weakness.',
          'Sudden {side} arm weakness and facial droop were treated with Actilyse.',
        ],
        [
          'Plavix was started after the new {side} brain infarct on MRI.',
          'After MRI showed the new {side} brain infarct, Plavix was started.',
        ],
      ],
      jointClues: [
        [
          [
            '{Side} arm and face weakness began suddenly at breakfast.',
            'At breakfast {side} face and arm weakness suddenly began.',
          ],
          [
            'Head scan showed no bleed and the weakness never resolved.',
            'The weakness never resolved and no bleed was seen on head scan.',
          ],
        ],
      ],
      otherPersonClues: [
        [
          '{His} uncle had a clot removed from a brain artery.',
          'A clot was removed from a brain artery of {his} uncle.',
        ],
      ],
    },
    {
      code: 'G45.9',
      name: 'Transient ischaemic attack',
      course: 'acute',
      mentions: [
        'transient ischaemic attack',
        'TIA',
        'mini-stroke',
        'transient cerebral ischaemia',
      ],
      testMentions: ['transient attack of cerebral ischaemia'],
      rareMentions: ['transient ischaemic atack', 'mini-stoke'],
      testRareMentions: ['transient ischaemic attak'],
      clues: [
        [
          '{Side} arm weakness resolved within {20..50} minutes and MRI was clear.',
          'MRI was clear and {side} arm weakness resolved within {20..50} minutes.',
        ],
        [
          'Speech was lost for {10..40} minutes and the MRI was clear.',
          'For {10..40} minutes speech was lost, but the MRI was clear.',
        ],
        [
          'Facial droop lasted {10..45} minutes with no infarct on MRI.',
          'MRI had no infarct after facial droop that lasted {10..45} minutes.',
        ],
        [
          'ABCD2 score was {4..6} after weakness that lasted {15..50} minutes.',
          'After weakness that lasted {15..50} minutes the ABCD2 score was {4..6}.',
        ],
        [
          'Brief {side} hand weakness from carotid narrowing recovered within the hour.',
          'Carotid narrowing caused brief {side} hand weakness that recovered within the hour.',
        ],
        [
          'Carotid surgery followed a {15..40} minute spell of {side} arm weakness.',
          'After a {15..40} minute spell of {side} arm weakness {he} had carotid surgery.',
        ],
        [
          'Sudden slurred speech and facial droop cleared within {20..50} minutes.',
          'Within {20..50} minutes the sudden facial droop and slurred speech cleared.',
        ],
      ],
      rareClues: [
        [
          'Plavix was started after facial droop that lasted {10..40} minutes.',
          'Facial droop lasted {10..40} minutes, so Plavix was started.',
        ],
        [
          'Persantin was added after arm weakness that cleared within the hour.',
          'After arm weakness had cleared within the hour, Persantin was added.',
        ],
      ],
      jointClues: [
        [
          [
            '{Side} hand weakness and slurred speech began at lunch.',
            'At lunch slurred speech and {side} hand weakness began.',
          ],
          [
            'Everything was back to normal {20..50} minutes later.',
            'Only {20..50} minutes later everything was back to normal.',
          ],
        ],
      ],
      otherPersonClues: [
        [
          '{His} father once lost speech for ten minutes and recovered.',
          'For ten minutes {his} father once lost speech and then recovered.',
        ],
      ],
    },
    {
      code: 'G40.909',
      name: 'Epilepsy',
      course: 'chronic',
      mentions: ['epilepsy', 'generalised epilepsy', 'focal epilepsy', 'seizure disorder'],
      testMentions: ['generalised seizure disorder'],
      rareMentions: ['epilespy', 'epilepsey'],
      testRareMentions: ['epilepsi'],
      clues: [
        [
          'Levetiracetam was increased after {two|three} further seizures.',
          'After {two|three} further seizures the levetiracetam dose was increased.',
        ],
        [
          'EEG showed generalised spike and wave discharges.',
          'Generalised spike and wave discharges were seen on EEG.',
        ],
        [
          'Lamotrigine has kept {him} free of seizures for {2..9} years.',
          'For {2..9} years {he} has been free of seizures on lamotrigine.',
        ],
        [
          '{He} has had repeated unprovoked seizures since {his} teens.',
          'Unprovoked seizures have been repeated since {his} teens.',
        ],
        [
          'Sodium valproate level was checked after another tonic-clonic seizure.',
          'After another tonic-clonic seizure the level of sodium valproate was checked.',
        ],
        [
          'A vagus nerve stimulator was fitted for resistant seizures.',
          'For resistant seizures {he} was fitted with a vagus nerve stimulator.',
        ],
      ],
      rareClues: [
        [
          'Keppra was increased after another tonic-clonic fit.',
          'After another tonic-clonic fit the Keppra dose was increased.',
        ],
        ['Lamictal keeps {him} free of fits.', 'On Lamictal {he} is kept free of fits.'],
        [
          'Epilim was continued to prevent {his} fits.',
          'To prevent {his} fits {he} continues Epilim.',
        ],
      ],
      jointClues: [
        [
          [
            '{He} bit {his} tongue and jerked for {two|three} minutes.',
            'For {two|three} minutes {he} jerked and bit {his} tongue.',
          ],
          [
            'This was the {third|fourth|fifth} unprovoked episode this year.',
            'Unprovoked, it was the {third|fourth|fifth} episode this year.',
          ],
        ],
      ],
      otherPersonClues: [
        [
          '{His} nephew takes lamotrigine to prevent fits.',
          'To prevent fits {his} nephew takes lamotrigine.',
        ],
      ],
    },
  ],
};
