import type { ConceptGroup } from '../conceptEntry.ts';

export const liverAndPancreas: ConceptGroup = {
  id: 'liverAndPancreas',
  concepts: [
    {
      code: 'K80.20',
      name: 'Gallstones',
      course: 'chronic',
      mentions: ['gallstones', 'cholelithiasis', 'gallbladder stones', 'stones in the gallbladder'],
      testMentions: ['stones of the gallbladder'],
      rareMentions: ['cholelithasis', 'galstones'],
      testRareMentions: ['gallstons'],
      clues: [
        [
          'Ultrasound of the gallbladder showed mobile echoes with shadowing.',
          'Mobile echoes with shadowing were seen in the gallbladder on ultrasound.',
        ],
        [
          '{He} is listed for cholecystectomy for pain after fatty meals.',
          'For pain after fatty meals {he} is listed for cholecystectomy.',
        ],
        [
          'Laparoscopic cholecystectomy removed {6..20} small stones.',
          'At laparoscopic cholecystectomy {6..20} small stones were removed.',
        ],
        [
          'Ursodeoxycholic acid is taken to dissolve {his} biliary stones.',
          'To dissolve {his} biliary stones {he} takes ursodeoxycholic acid.',
        ],
        [
          'Pain after fatty meals came from stones seen on biliary ultrasound.',
          'Stones seen on biliary ultrasound caused the pain after fatty meals.',
        ],
        [
          'Calculi with acoustic shadowing filled the gallbladder on scan.',
          'On scan the gallbladder was filled by calculi with acoustic shadowing.',
        ],
      ],
      rareClues: [
        [
          'Ursofalk is taken to dissolve stones seen on biliary scan.',
          'To dissolve stones seen on biliary scan {he} takes Ursofalk.',
        ],
        [
          'Destolit was prescribed to dissolve {his} biliary cholesterol stones.',
          'To dissolve {his} biliary cholesterol stones {he} was prescribed Destolit.',
        ],
      ],
      jointClues: [
        [
          [
            'Right upper belly pain follows each fatty meal.',
            'Each fatty meal is followed by right upper belly pain.',
          ],
          [
            'Ultrasound showed {three|four} shadowing stones beneath the liver.',
            'Beneath the liver ultrasound found {three|four} shadowing stones.',
          ],
        ],
      ],
      otherPersonClues: [
        [
          '{His} mother had her gallbladder removed because of stones.',
          'Because of stones {his} mother had her gallbladder removed.',
        ],
      ],
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
      testMentions: ['acute inflammation of the pancreas'],
      rareMentions: ['pancreatitus', 'acute pancreatits'],
      testRareMentions: ['pancreatitits'],
      clues: [
        [
          'Lipase was {900..3200} with pain boring through to the back.',
          'Pain was boring through to the back and lipase was {900..3200}.',
        ],
        [
          'Amylase of {1100..2800} explained the severe epigastric pain.',
          'The severe epigastric pain was explained by amylase of {1100..2800}.',
        ],
        [
          'CT showed a swollen pancreas with surrounding fluid.',
          'Fluid surrounding a swollen pancreas was seen on CT.',
        ],
        [
          'Glasgow score was {2|3} with amylase of {900..2100}.',
          'With amylase of {900..2100}, the Glasgow score was {2|3}.',
        ],
        [
          'Pancreatic necrosis was seen on CT after {his} lipase rose.',
          'After {his} lipase rose, CT showed pancreatic necrosis.',
        ],
        [
          'Fat stranding around a swollen pancreas was seen on CT.',
          'CT showed a swollen pancreas and fat stranding around it.',
        ],
      ],
      rareClues: [
        [
          'Balthazar grade {C|D} changes with high lipase were seen on CT.',
          'With high lipase, CT showed changes of Balthazar grade {C|D}.',
        ],
        [
          'Ranson score was {2..4} with upper belly pain and high lipase.',
          'With high lipase and upper belly pain, the Ranson score was {2..4}.',
        ],
      ],
      jointClues: [
        [
          [
            'Severe upper belly pain went straight through to the back.',
            '{His} severe upper belly pain reached straight through to the back.',
          ],
          [
            'Serum lipase was {5..12} times the upper limit.',
            'Serum lipase exceeded the upper limit {5..12} times.',
          ],
        ],
      ],
      otherPersonClues: [
        [
          '{His} father once had a swollen pancreas after heavy drinking.',
          'After heavy drinking {his} father once had a swollen pancreas.',
        ],
      ],
    },
    {
      code: 'K74.60',
      name: 'Cirrhosis of liver',
      course: 'chronic',
      mentions: ['cirrhosis', 'liver cirrhosis', 'cirrhosis of the liver', 'hepatic cirrhosis'],
      testMentions: ['cirrhosis (liver)'],
      rareMentions: ['cirrhossis', 'cirhosis'],
      testRareMentions: ['cirrhosiss'],
      clues: [
        [
          'Liver was small and nodular with ascites and varices.',
          'With varices and ascites, the liver was nodular and small.',
        ],
        [
          'Banding was done for oesophageal varices from portal hypertension.',
          'Oesophageal varices from portal hypertension were treated with banding.',
        ],
        [
          'Child-Pugh grade {B|C} was recorded with ascites.',
          'With ascites {he} was recorded as Child-Pugh grade {B|C}.',
        ],
        [
          'FibroScan of {22..48} kPa showed advanced liver scarring.',
          'Advanced liver scarring was shown by FibroScan of {22..48} kPa.',
        ],
        [
          'Lactulose and rifaximin prevent {his} hepatic encephalopathy.',
          '{His} hepatic encephalopathy is prevented by rifaximin and lactulose.',
        ],
        [
          'Spironolactone and drains control ascites from {his} scarred liver.',
          'Ascites from {his} scarred liver is controlled by drains and spironolactone.',
        ],
        [
          'MELD score was {14..24} at the liver transplant clinic.',
          'At the liver transplant clinic {his} MELD score was {14..24}.',
        ],
      ],
      rareClues: [
        [
          'Targaxan and lactulose prevent {his} hepatic encephalopathy.',
          '{His} hepatic encephalopathy is prevented by lactulose and Targaxan.',
        ],
        [
          'Aldactone controls ascites from {his} scarred nodular liver.',
          'Ascites from {his} scarred nodular liver is controlled by Aldactone.',
        ],
      ],
      jointClues: [
        [
          [
            'Ascites was drained on {day}, {4..8} litres in all.',
            'On {day} {4..8} litres of ascites were drained in all.',
          ],
          [
            'Scan showed a shrunken liver with an irregular edge.',
            'The liver was shrunken with an irregular edge on scan.',
          ],
        ],
      ],
      otherPersonClues: [
        [
          '{His} uncle needed banding for varices from liver scarring.',
          'For varices from liver scarring {his} uncle needed banding.',
        ],
      ],
    },
  ],
};
