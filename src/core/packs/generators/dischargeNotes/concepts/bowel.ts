import type { ConceptGroup } from '../conceptEntry.ts';

export const bowel: ConceptGroup = {
  id: 'bowel',
  concepts: [
    {
      code: 'K50.90',
      name: "Crohn's disease",
      course: 'chronic',
      mentions: ["Crohn's disease", 'Crohn disease', "ileal Crohn's", 'regional enteritis'],
      rareMentions: ["Chron's disease", 'Crohns disease'],
      clues: [
        'Biopsies of the terminal ileum showed non-caseating granulomas.',
        'Skip lesions and cobblestone mucosa were seen in the ileum.',
        'MRI showed an inflamed terminal ileal stricture with a fistula.',
        'Ileocaecal resection was done for a fistulating inflamed stricture.',
        'A perianal fistula with inflamed ileum was treated with infliximab.',
        'Adalimumab controls the patchy ulcers in {his} small bowel.',
      ],
      rareClues: [
        'Humira controls the patchy ulcers in {his} terminal ileum.',
        'Modulen feeds calmed {his} long-inflamed terminal ileum.',
      ],
      jointClues: [
        [
          'Colonoscopy showed patchy ulcers with normal bowel between them.',
          'Biopsies of the bowel wall showed granulomas.',
        ],
      ],
      otherPersonClues: ['{His} cousin takes adalimumab for small bowel ulcers.'],
    },
    {
      code: 'K51.90',
      name: 'Ulcerative colitis',
      course: 'chronic',
      mentions: [
        'ulcerative colitis',
        'UC',
        'left-sided ulcerative colitis',
        'ulcerative pancolitis',
      ],
      rareMentions: ['ulcerative collitis', 'colitis ulcerosa'],
      clues: [
        'Mesalazine was increased for bloody diarrhoea from the inflamed rectum.',
        'Inflammation ran without a gap from rectum to splenic flexure.',
        'Colectomy with ileal pouch cured {his} bloody inflamed colon.',
        'Mayo score was {7..11} with continuous colonic inflammation.',
        'Crypt abscesses and continuous rectal inflammation were seen.',
        'Mesalazine enemas settled the continuous rectal inflammation and bleeding.',
      ],
      rareClues: [
        'Pentasa was increased for bloody diarrhoea with an inflamed rectum.',
        'Salofalk enemas settled bleeding from {his} inflamed rectum.',
      ],
      jointClues: [
        [
          'Bloody diarrhoea came {8..14} times a day for weeks.',
          'The inner lining was inflamed without gaps from the rectum up.',
        ],
      ],
      otherPersonClues: ['{His} brother uses mesalazine enemas for rectal inflammation.'],
    },
    {
      code: 'K57.92',
      name: 'Diverticulitis',
      course: 'acute',
      mentions: [
        'diverticulitis',
        'acute diverticulitis',
        'sigmoid diverticulitis',
        'inflamed diverticula',
      ],
      rareMentions: ['diverticulitus', 'divertculitis'],
      clues: [
        'CT showed inflamed pouches in the sigmoid colon.',
        'Left iliac pain settled with antibiotics for inflamed sigmoid pouches.',
        'Colonic outpouchings with fat stranding were seen on CT.',
        'Hinchey stage {one|two} change was seen around the sigmoid.',
        'Sigmoid pouches were inflamed and co-amoxiclav was given.',
        'A small abscess beside an inflamed colonic pouch was drained.',
      ],
      rareClues: [
        'Augmentin settled the inflamed pouches of {his} sigmoid colon.',
        'Flagyl and Augmentin treated the inflamed sigmoid pouches.',
      ],
      jointClues: [
        [
          'Left lower belly pain came with fever of {38.1..39.0}.',
          'CT showed a thickened sigmoid wall around several small pouches.',
        ],
      ],
      otherPersonClues: ['{His} aunt had antibiotics for inflamed sigmoid pouches.'],
    },
  ],
};
