import type { ConceptGroup } from '../conceptEntry.ts';

export const mind: ConceptGroup = {
  id: 'mind',
  concepts: [
    {
      code: 'G30.9',
      name: "Alzheimer's disease",
      course: 'chronic',
      mentions: [
        "Alzheimer's disease",
        'Alzheimer disease',
        "Alzheimer's dementia",
        "AD (Alzheimer's)",
      ],
      rareMentions: ["Alzhiemer's disease", 'SDAT'],
      clues: [
        'Donepezil was continued for slowly worsening memory loss.',
        'MRI showed hippocampal shrinkage with {3..6} years of memory decline.',
        'Memory has declined slowly for years and memantine was added.',
        'MMSE fell from {24..26} to {15..19} over {three|four} years.',
        'Rivastigmine patches were continued by the memory clinic.',
        'Amyloid scan was positive with slowly failing memory.',
      ],
      rareClues: [
        'Aricept was continued for slowly failing memory.',
        'Ebixa was added by the memory clinic last {spring|autumn}.',
      ],
      jointClues: [
        [
          '{He} has repeated the same questions for {two|three} years.',
          'Brain scan showed shrinkage of both hippocampi.',
        ],
      ],
      otherPersonClues: ['{His} mother takes donepezil for failing memory.'],
    },
    {
      code: 'F05',
      name: 'Delirium',
      course: 'acute',
      mentions: [
        'delirium',
        'acute confusional state',
        'hospital delirium',
        'hyperactive delirium',
      ],
      rareMentions: ['delerium', 'toxic confusional state'],
      clues: [
        'New confusion after surgery came and went and cleared by {day}.',
        '4AT score was {5..9} with sudden muddled thinking.',
        '{He} pulled at lines overnight, newly confused, and was clear by {day}.',
        'Sudden fluctuating confusion cleared when the opioid was stopped.',
        'CAM assessment was positive with sudden drowsy and muddled spells.',
        'Sudden muddled thinking varied by the hour and then cleared.',
      ],
      rareClues: [
        'Haldol was given once for sudden fluctuating confusion at night.',
        'Serenace was used for sudden night-time confusion that later cleared.',
      ],
      jointClues: [
        [
          '{He} did not know the place or date on {day} night.',
          'Two days later {his} thinking was as clear as before.',
        ],
      ],
      otherPersonClues: ['{His} brother was suddenly confused for days after surgery.'],
    },
    {
      code: 'F32.A',
      name: 'Depression',
      course: 'chronic',
      mentions: ['depression', 'clinical depression', 'depressive disorder', 'depressive illness'],
      rareMentions: ['depresion', 'MDD'],
      clues: [
        'Sertraline was started for months of low mood.',
        'PHQ-9 score was {16..23} with loss of interest.',
        'Low mood with poor sleep and tearfulness improved on citalopram.',
        'Mirtazapine was continued for low mood and early waking.',
        'Talking therapy was arranged for persistent low mood and hopelessness.',
        'Fluoxetine helps {his} persistent low mood and hopelessness.',
      ],
      rareClues: [
        'Lustral was started for months of low mood.',
        'Prozac helps {his} persistent hopelessness and tearfulness.',
      ],
      jointClues: [
        [
          '{He} has lost interest in all hobbies since {spring|autumn|winter}.',
          '{He} sleeps poorly and feels worthless on most days.',
        ],
      ],
      otherPersonClues: ['{His} daughter takes sertraline for months of low mood.'],
    },
  ],
};
