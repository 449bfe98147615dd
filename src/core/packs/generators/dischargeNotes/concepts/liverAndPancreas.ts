import type { ConceptGroup } from '../conceptEntry.ts';

export const liverAndPancreas: ConceptGroup = {
  id: 'liverAndPancreas',
  concepts: [
    {
      code: 'K80.20',
      name: 'Gallstones',
      course: 'chronic',
      mentions: ['gallstones', 'cholelithiasis', 'gallbladder stones', 'stones in the gallbladder'],
      rareMentions: ['cholelithasis', 'galstones'],
      clues: [
        'Ultrasound of the gallbladder showed mobile echoes with shadowing.',
        '{He} is listed for cholecystectomy for pain after fatty meals.',
        'Laparoscopic cholecystectomy removed {6..20} small stones.',
        'Ursodeoxycholic acid is taken to dissolve {his} biliary stones.',
        'Pain after fatty meals came from stones seen on biliary ultrasound.',
        'Calculi with acoustic shadowing filled the gallbladder on scan.',
      ],
      rareClues: [
        'Ursofalk is taken to dissolve stones seen on biliary scan.',
        'Destolit was prescribed to dissolve {his} biliary cholesterol stones.',
      ],
      jointClues: [
        [
          'Right upper belly pain follows each fatty meal.',
          'Ultrasound showed {three|four} shadowing stones beneath the liver.',
        ],
      ],
      otherPersonClues: ['{His} mother had her gallbladder removed because of stones.'],
    },
    {
      code: 'K85.90',
      name: 'Acute pancreatitis',
      course: 'acute',
      mentions: [
        'acute pancreatitis',
        'pancreatitis',
        'alcoholic pancreatitis',
        'inflammation of the pancreas',
      ],
      rareMentions: ['pancreatitus', 'acute pancreatits'],
      clues: [
        'Lipase was {900..3200} with pain boring through to the back.',
        'Amylase of {1100..2800} explained the severe epigastric pain.',
        'CT showed a swollen pancreas with surrounding fluid.',
        'Glasgow score was {2|3} with amylase of {900..2100}.',
        'Pancreatic necrosis was seen on CT after {his} lipase rose.',
        'Fat stranding around a swollen pancreas was seen on CT.',
      ],
      rareClues: [
        'Balthazar grade {C|D} changes with high lipase were seen on CT.',
        'Ranson score was {2..4} with upper belly pain and high lipase.',
      ],
      jointClues: [
        [
          'Severe upper belly pain went straight through to the back.',
          'Serum lipase was {5..12} times the upper limit.',
        ],
      ],
      otherPersonClues: ['{His} father once had a swollen pancreas after heavy drinking.'],
    },
    {
      code: 'K74.60',
      name: 'Cirrhosis of liver',
      course: 'chronic',
      mentions: ['cirrhosis', 'liver cirrhosis', 'cirrhosis of the liver', 'hepatic cirrhosis'],
      rareMentions: ['cirrhossis', 'cirhosis'],
      clues: [
        'Liver was small and nodular with ascites and varices.',
        'Banding was done for oesophageal varices from portal hypertension.',
        'Child-Pugh grade {B|C} was recorded with ascites.',
        'FibroScan of {22..48} kPa showed advanced liver scarring.',
        'Lactulose and rifaximin prevent {his} hepatic encephalopathy.',
        'Spironolactone and drains control ascites from {his} scarred liver.',
        'MELD score was {14..24} at the liver transplant clinic.',
      ],
      rareClues: [
        'Targaxan and lactulose prevent {his} hepatic encephalopathy.',
        'Aldactone controls ascites from {his} scarred nodular liver.',
      ],
      jointClues: [
        [
          'Ascites was drained on {day}, {4..8} litres in all.',
          'Scan showed a shrunken liver with an irregular edge.',
        ],
      ],
      otherPersonClues: ['{His} uncle needed banding for varices from liver scarring.'],
    },
  ],
};
