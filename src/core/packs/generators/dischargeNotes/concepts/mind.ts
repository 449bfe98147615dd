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
      testMentions: ['Alzheimer dementia'],
      rareMentions: ["Alzhiemer's disease", 'SDAT'],
      testRareMentions: ["Alzheimer's diseese"],
      clues: [
        [
          'Donepezil was continued for slowly worsening memory loss.',
          'For slowly worsening memory loss {he} continues donepezil.',
        ],
        [
          'MRI showed hippocampal shrinkage with {3..6} years of memory decline.',
          'After {3..6} years of memory decline MRI showed hippocampal shrinkage.',
        ],
        [
          'Memory has declined slowly for years and memantine was added.',
          'Memantine was added because memory has slowly declined for years.',
        ],
        [
          'MMSE fell from {24..26} to {15..19} over {three|four} years.',
          'Over {three|four} years {his} MMSE fell from {24..26} to {15..19}.',
        ],
        [
          'Rivastigmine patches were continued by the memory clinic.',
          'The memory clinic continued {his} rivastigmine patches.',
        ],
        [
          'Amyloid scan was positive with slowly failing memory.',
          'With slowly failing memory, an amyloid scan was positive.',
        ],
      ],
      rareClues: [
        [
          'Aricept was continued for slowly failing memory.',
          'For slowly failing memory {he} continues Aricept.',
        ],
        [
          'Ebixa was added by the memory clinic last {spring|autumn}.',
          'Last {spring|autumn} the memory clinic added Ebixa.',
        ],
      ],
      jointClues: [
        [
          [
            '{He} has repeated the same questions for {two|three} years.',
            'For {two|three} years {he} has repeated the same questions.',
          ],
          [
            'Brain scan showed shrinkage of both hippocampi.',
            'Shrinkage of both hippocampi was seen on brain scan.',
          ],
        ],
      ],
      otherPersonClues: [
        [
          '{His} mother takes donepezil for failing memory.',
          'For failing memory {his} mother takes donepezil.',
        ],
      ],
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
      testMentions: ['acute hospital delirium'],
      rareMentions: ['delerium', 'toxic confusional state'],
      testRareMentions: ['delirum'],
      clues: [
        [
          'New confusion after surgery came and went and cleared by {day}.',
          'After surgery new confusion came and went, and by {day} it cleared.',
        ],
        [
          '4AT score was {5..9} with sudden muddled thinking.',
          'With sudden muddled thinking the 4AT score was {5..9}.',
        ],
        [
          '{He} pulled at lines overnight, newly confused, and was clear by {day}.',
          'Newly confused overnight, {he} pulled at lines, but by {day} was clear.',
        ],
        [
          'Sudden fluctuating confusion cleared when the opioid was stopped.',
          'Stopping the opioid cleared the sudden fluctuating confusion.',
        ],
        [
          'CAM assessment was positive with sudden drowsy and muddled spells.',
          'Sudden muddled and drowsy spells came with a positive CAM assessment.',
        ],
        [
          'Sudden muddled thinking varied by the hour and then cleared.',
          'Thinking was suddenly muddled, varied by the hour and then cleared.',
        ],
      ],
      rareClues: [
        [
          'Haldol was given once for sudden fluctuating confusion at night.',
          'For sudden fluctuating confusion at night {he} was given Haldol once.',
        ],
        [
          'Serenace was used for sudden night-time confusion that later cleared.',
          'Sudden night-time confusion was treated with Serenace and later cleared.',
        ],
      ],
      jointClues: [
        [
          [
            '{He} did not know the place or date on {day} night.',
            'On {day} night {he} did not know the date or place.',
          ],
          [
            'Two days later {his} thinking was as clear as before.',
            '{His} thinking was as clear as before two days later.',
          ],
        ],
      ],
      otherPersonClues: [
        [
          '{His} brother was suddenly confused for days after surgery.',
          'After surgery {his} brother was suddenly confused for days.',
        ],
      ],
    },
    {
      code: 'F32.A',
      name: 'Depression',
      course: 'chronic',
      mentions: ['depression', 'clinical depression', 'depressive disorder', 'depressive illness'],
      testMentions: ['clinical depressive illness'],
      rareMentions: ['depresion', 'MDD'],
      testRareMentions: ['depressionn'],
      clues: [
        [
          'Sertraline was started for months of low mood.',
          'Months of low mood were treated with sertraline.',
        ],
        [
          'PHQ-9 score was {16..23} with loss of interest.',
          'With loss of interest the PHQ-9 score was {16..23}.',
        ],
        [
          'Low mood with poor sleep and tearfulness improved on citalopram.',
          'Citalopram improved the tearfulness, poor sleep and low mood.',
        ],
        [
          'Mirtazapine was continued for low mood and early waking.',
          'For early waking and low mood {he} continues mirtazapine.',
        ],
        [
          'Talking therapy was arranged for persistent low mood and hopelessness.',
          'Persistent hopelessness and low mood led to talking therapy.',
        ],
        [
          'Fluoxetine helps {his} persistent low mood and hopelessness.',
          '{His} persistent hopelessness and low mood are helped by fluoxetine.',
        ],
      ],
      rareClues: [
        [
          'Lustral was started for months of low mood.',
          'Months of low mood were treated with Lustral.',
        ],
        [
          'Prozac helps {his} persistent hopelessness and tearfulness.',
          '{His} persistent tearfulness and hopelessness are helped by Prozac.',
        ],
      ],
      jointClues: [
        [
          [
            '{He} has lost interest in all hobbies since {spring|autumn|winter}.',
            'Since {spring|autumn|winter} {he} has lost interest in all hobbies.',
          ],
          [
            '{He} sleeps poorly and feels worthless on most days.',
            'On most days {he} feels worthless and sleeps poorly.',
          ],
        ],
      ],
      otherPersonClues: [
        [
          '{His} daughter takes sertraline for months of low mood.',
          'For months of low mood {his} daughter takes sertraline.',
        ],
      ],
    },
  ],
};
