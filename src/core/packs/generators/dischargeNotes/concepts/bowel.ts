import type { ConceptGroup } from '../conceptEntry.ts';

export const bowel: ConceptGroup = {
  id: 'bowel',
  concepts: [
    {
      code: 'K50.90',
      name: "Crohn's disease",
      course: 'chronic',
      mentions: ["Crohn's disease", 'Crohn disease', "ileal Crohn's", 'regional enteritis'],
      testMentions: ["Crohn's of the ileum"],
      rareMentions: ["Chron's disease", 'Crohns disease'],
      testRareMentions: ["Crohn's diseese"],
      clues: [
        [
          'Biopsies of the terminal ileum showed non-caseating granulomas.',
          'Non-caseating granulomas were seen in biopsies of the terminal ileum.',
        ],
        [
          'Skip lesions and cobblestone mucosa were seen in the ileum.',
          'The ileum had cobblestone mucosa and skip lesions.',
        ],
        [
          'MRI showed an inflamed terminal ileal stricture with a fistula.',
          'A fistula and an inflamed terminal ileal stricture were seen on MRI.',
        ],
        [
          'Ileocaecal resection was done for a fistulating inflamed stricture.',
          'For a fistulating inflamed stricture {he} had ileocaecal resection.',
        ],
        [
          'A perianal fistula with inflamed ileum was treated with infliximab.',
          'Infliximab treated the inflamed ileum with a perianal fistula.',
        ],
        [
          'Adalimumab controls the patchy ulcers in {his} small bowel.',
          'The patchy ulcers in {his} small bowel are controlled by adalimumab.',
        ],
      ],
      rareClues: [
        [
          'Humira controls the patchy ulcers in {his} terminal ileum.',
          'The patchy ulcers in {his} terminal ileum are controlled by Humira.',
        ],
        [
          'Modulen feeds calmed {his} long-inflamed terminal ileum.',
          '{His} long-inflamed terminal ileum was calmed by Modulen feeds.',
        ],
      ],
      jointClues: [
        [
          [
            'Colonoscopy showed patchy ulcers with normal bowel between them.',
            'Patchy ulcers with normal bowel between them were seen at colonoscopy.',
          ],
          [
            'Biopsies of the bowel wall showed granulomas.',
            'Granulomas were seen in biopsies of the bowel wall.',
          ],
        ],
      ],
      otherPersonClues: [
        [
          '{His} cousin takes adalimumab for small bowel ulcers.',
          'For small bowel ulcers {his} cousin takes adalimumab.',
        ],
      ],
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
      testMentions: ['left-sided UC'],
      rareMentions: ['ulcerative collitis', 'colitis ulcerosa'],
      testRareMentions: ['ulcerative colitus'],
      clues: [
        [
          'Mesalazine was increased for bloody diarrhoea from the inflamed rectum.',
          'For bloody diarrhoea from the inflamed rectum mesalazine was increased.',
        ],
        [
          'Inflammation ran without a gap from rectum to splenic flexure.',
          'From rectum to splenic flexure inflammation ran without a gap.',
        ],
        [
          'Colectomy with ileal pouch cured {his} bloody inflamed colon.',
          '{His} bloody inflamed colon was cured by colectomy with ileal pouch.',
        ],
        [
          'Mayo score was {7..11} with continuous colonic inflammation.',
          'With continuous colonic inflammation the Mayo score was {7..11}.',
        ],
        [
          'Crypt abscesses and continuous rectal inflammation were seen.',
          'There was continuous rectal inflammation with crypt abscesses.',
        ],
        [
          'Mesalazine enemas settled the continuous rectal inflammation and bleeding.',
          'The bleeding and continuous rectal inflammation settled with mesalazine enemas.',
        ],
      ],
      rareClues: [
        [
          'Pentasa was increased for bloody diarrhoea with an inflamed rectum.',
          'Bloody diarrhoea with an inflamed rectum led to increased Pentasa.',
        ],
        [
          'Salofalk enemas settled bleeding from {his} inflamed rectum.',
          'Bleeding from {his} inflamed rectum settled with Salofalk enemas.',
        ],
      ],
      jointClues: [
        [
          [
            'Bloody diarrhoea came {8..14} times a day for weeks.',
            'For weeks {he} had bloody diarrhoea {8..14} times a day.',
          ],
          [
            'The inner lining was inflamed without gaps from the rectum up.',
            'From the rectum up the inner lining was inflamed without gaps.',
          ],
        ],
      ],
      otherPersonClues: [
        [
          '{His} brother uses mesalazine enemas for rectal inflammation.',
          'For rectal inflammation {his} brother uses mesalazine enemas.',
        ],
      ],
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
      testMentions: ['acute sigmoid diverticulitis'],
      rareMentions: ['diverticulitus', 'divertculitis'],
      testRareMentions: ['diverticulitits'],
      clues: [
        [
          'CT showed inflamed pouches in the sigmoid colon.',
          'Inflamed pouches in the sigmoid colon were seen on CT.',
        ],
        [
          'Left iliac pain settled with antibiotics for inflamed sigmoid pouches.',
          'Antibiotics for inflamed sigmoid pouches settled the left iliac pain.',
        ],
        [
          'Colonic outpouchings with fat stranding were seen on CT.',
          'CT showed fat stranding and colonic outpouchings.',
        ],
        [
          'Hinchey stage {one|two} change was seen around the sigmoid.',
          'Around the sigmoid there was change of Hinchey stage {one|two}.',
        ],
        [
          'Sigmoid pouches were inflamed and co-amoxiclav was given.',
          'Co-amoxiclav was given for inflamed sigmoid pouches.',
        ],
        [
          'A small abscess beside an inflamed colonic pouch was drained.',
          'Beside an inflamed colonic pouch a small abscess was drained.',
        ],
      ],
      rareClues: [
        [
          'Augmentin settled the inflamed pouches of {his} sigmoid colon.',
          'The inflamed pouches of {his} sigmoid colon settled with Augmentin.',
        ],
        [
          'Flagyl and Augmentin treated the inflamed sigmoid pouches.',
          'The inflamed sigmoid pouches were treated with Augmentin and Flagyl.',
        ],
      ],
      jointClues: [
        [
          [
            'Left lower belly pain came with fever of {38.1..39.0}.',
            'With fever of {38.1..39.0} came left lower belly pain.',
          ],
          [
            'CT showed a thickened sigmoid wall around several small pouches.',
            'Around several small pouches the sigmoid wall was thickened on CT.',
          ],
        ],
      ],
      otherPersonClues: [
        [
          '{His} aunt had antibiotics for inflamed sigmoid pouches.',
          'For inflamed sigmoid pouches {his} aunt had antibiotics.',
        ],
      ],
    },
  ],
};
