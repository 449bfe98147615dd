import type { ConceptGroup } from '../conceptEntry.ts';

export const brain: ConceptGroup = {
  id: 'brain',
  concepts: [
    {
      code: 'I63.9',
      name: 'Cerebral infarction',
      course: 'acute',
      mentions: ['ischaemic stroke', 'stroke', 'cerebral infarction', 'CVA'],
      rareMentions: ['ischaemic storke', 'cerebral infarcton'],
      clues: [
        'MRI showed restricted diffusion in the {side} middle cerebral artery territory.',
        'Thrombectomy removed clot from the {side} middle cerebral artery.',
        'Lasting {side} arm weakness followed a new infarct on brain CT.',
        'Thrombolysis was given for sudden {side} arm weakness and lost speech.',
        'NIHSS score was {8..17} with a dense {side} middle cerebral artery.',
        'CT showed an established {side} parietal brain infarct.',
      ],
      rareClues: [
        'Actilyse was given for sudden {side} facial droop and arm weakness.',
        'Plavix was started after the new {side} brain infarct on MRI.',
      ],
      jointClues: [
        [
          '{Side} arm and face weakness began suddenly at breakfast.',
          'Head scan showed no bleed and the weakness never resolved.',
        ],
      ],
      otherPersonClues: ['{His} uncle had a clot removed from a brain artery.'],
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
      rareMentions: ['transient ischaemic atack', 'mini-stoke'],
      clues: [
        '{Side} arm weakness resolved within {20..50} minutes and MRI was clear.',
        'Speech was lost for {10..40} minutes and the MRI was clear.',
        'Facial droop lasted {10..45} minutes with no infarct on MRI.',
        'ABCD2 score was {4..6} after weakness that lasted {15..50} minutes.',
        'Brief {side} hand weakness from carotid narrowing recovered within the hour.',
        'Carotid surgery followed a {15..40} minute spell of {side} arm weakness.',
        'Sudden slurred speech and facial droop cleared within {20..50} minutes.',
      ],
      rareClues: [
        'Plavix was started after facial droop that lasted {10..40} minutes.',
        'Persantin was added after arm weakness that cleared within the hour.',
      ],
      jointClues: [
        [
          '{Side} hand weakness and slurred speech began at lunch.',
          'Everything was back to normal {20..50} minutes later.',
        ],
      ],
      otherPersonClues: ['{His} father once lost speech for ten minutes and recovered.'],
    },
    {
      code: 'G40.909',
      name: 'Epilepsy',
      course: 'chronic',
      mentions: ['epilepsy', 'generalised epilepsy', 'focal epilepsy', 'seizure disorder'],
      rareMentions: ['epilespy', 'epilepsey'],
      clues: [
        'Levetiracetam was increased after {two|three} further seizures.',
        'EEG showed generalised spike and wave discharges.',
        'Lamotrigine has kept {him} free of seizures for {2..9} years.',
        '{He} has had repeated unprovoked seizures since {his} teens.',
        'Sodium valproate level was checked after another tonic-clonic seizure.',
        'A vagus nerve stimulator was fitted for resistant seizures.',
      ],
      rareClues: [
        'Keppra was increased after another tonic-clonic fit.',
        'Lamictal keeps {him} free of fits.',
        'Epilim was continued to prevent {his} fits.',
      ],
      jointClues: [
        [
          '{He} bit {his} tongue and jerked for {two|three} minutes.',
          'This was the {third|fourth|fifth} unprovoked episode this year.',
        ],
      ],
      otherPersonClues: ['{His} nephew takes lamotrigine to prevent fits.'],
    },
  ],
};
