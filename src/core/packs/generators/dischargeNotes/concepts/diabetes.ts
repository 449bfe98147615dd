import type { ConceptGroup } from '../conceptEntry.ts';

export const diabetes: ConceptGroup = {
  id: 'diabetes',
  concepts: [
    {
      code: 'E11.9',
      name: 'Type 2 diabetes mellitus',
      course: 'chronic',
      mentions: ['type 2 diabetes', 'T2DM', 'type II diabetes', 'maturity-onset diabetes'],
      testMentions: ['diabetes of type 2'],
      rareMentions: ['type 2 diabtes', 'NIDDM'],
      testRareMentions: ['type 2 diabetis'],
      clues: [
        [
          '{He} has taken metformin for high sugars for {6..19} years.',
          'For {6..19} years {his} high sugars have been treated with metformin.',
        ],
        [
          'HbA1c of {58..84} led to metformin and weight loss advice.',
          'Metformin and weight loss advice followed HbA1c of {58..84}.',
        ],
        [
          'Gliclazide was added because metformin no longer held {his} sugars.',
          'As {his} sugars were no longer held by metformin, gliclazide was added.',
        ],
        [
          'Empagliflozin and metformin keep {his} long-standing high sugars in check.',
          '{His} long-standing high sugars are kept in check by metformin and empagliflozin.',
        ],
        [
          'Raised fasting glucose at age {52..68} was managed with diet and metformin.',
          'Diet and metformin have managed the fasting glucose raised since age {52..68}.',
        ],
        [
          'C-peptide was high and {his} glucose fell with metformin.',
          'With metformin {his} glucose fell, and C-peptide was high.',
        ],
        [
          'Weekly semaglutide brought {his} HbA1c down from {70..88} to {48..55}.',
          '{His} HbA1c came down from {70..88} to {48..55} on weekly semaglutide.',
        ],
      ],
      rareClues: [
        [
          '{He} takes Glucophage twice daily to keep {his} sugars down.',
          '{His} sugars are kept down by Glucophage, taken twice daily.',
        ],
        [
          'Weekly Ozempic was continued for {his} raised HbA1c.',
          'For {his} raised HbA1c {he} continues with weekly Ozempic.',
        ],
        [
          'Januvia was added last year for {his} rising sugars.',
          'Rising sugars were the reason that Januvia was added last year.',
        ],
      ],
      jointClues: [
        [
          [
            'Fasting glucose was {9.1..13.8} on two mornings last year.',
            'On two mornings last year {his} fasting glucose measured {9.1..13.8}.',
          ],
          [
            'C-peptide was high and islet antibodies were absent.',
            'Islet antibodies were absent and the C-peptide was high.',
          ],
        ],
      ],
      otherPersonClues: [
        [
          '{His} brother takes metformin tablets for high sugars.',
          'Metformin tablets are taken by {his} brother for high sugars.',
        ],
      ],
    },
    {
      code: 'E10.9',
      name: 'Type 1 diabetes mellitus',
      course: 'chronic',
      mentions: ['type 1 diabetes', 'T1DM', 'type I diabetes', 'juvenile-onset diabetes'],
      testMentions: ['diabetes of type 1'],
      rareMentions: ['tpye 1 diabetes', 'IDDM'],
      testRareMentions: ['type 1 diabetis'],
      clues: [
        [
          '{He} has needed basal-bolus insulin since childhood.',
          'Since childhood {he} has depended on basal-bolus insulin.',
        ],
        [
          'GAD antibodies were positive with very low C-peptide.',
          'C-peptide was very low and GAD antibodies were positive.',
        ],
        [
          'Insulin was started at age {7..14} and never stopped.',
          'From age {7..14} {he} has had insulin that never stopped.',
        ],
        [
          'Ketoacidosis at age {8..15} began {his} lifelong insulin treatment.',
          '{His} lifelong insulin treatment began with ketoacidosis at age {8..15}.',
        ],
        [
          'An insulin pump replaced {his} childhood injection regimen.',
          '{His} injection regimen from childhood was replaced by an insulin pump.',
        ],
        [
          '{His} pancreas makes no insulin because of islet antibodies.',
          'Because of islet antibodies, no insulin is made by {his} pancreas.',
        ],
        [
          'Carbohydrate counting and insulin have been routine since primary school.',
          'Since primary school {he} has used insulin and carbohydrate counting.',
        ],
      ],
      rareClues: [
        [
          'Lantus and NovoRapid injections have been needed since age {6..13}.',
          'Since age {6..13} {he} has needed injections of NovoRapid and Lantus.',
        ],
        [
          '{He} has worn an Omnipod for insulin since {his} school days.',
          'Since {his} school days insulin has come from an Omnipod.',
        ],
      ],
      jointClues: [
        [
          [
            'Weight loss and thirst began suddenly at age {9..15}.',
            'At age {9..15} thirst and weight loss suddenly began.',
          ],
          [
            'Insulin injections have been needed every day since then.',
            'Every day since then {he} has needed insulin injections.',
          ],
        ],
      ],
      otherPersonClues: [
        [
          '{His} niece has used an insulin pump since early childhood.',
          'Since early childhood an insulin pump has been used by {his} niece.',
        ],
      ],
    },
    {
      code: 'E09.9',
      name: 'Drug-induced diabetes mellitus',
      course: 'acute',
      mentions: [
        'drug-induced diabetes',
        'steroid-induced diabetes',
        'steroid diabetes',
        'medication-induced diabetes',
      ],
      testMentions: ['diabetes induced by a drug'],
      rareMentions: ['steriod-induced diabetes', 'SIDM'],
      testRareMentions: ['steroid-induced diabetis'],
      clues: [
        [
          'Sugars rose above {15..22} only after prednisolone was started.',
          'Only after starting prednisolone did {his} sugars rise above {15..22}.',
        ],
        [
          'Insulin was needed only while {he} took high-dose dexamethasone.',
          'Only while on high-dose dexamethasone did {he} need insulin.',
        ],
        [
          'HbA1c was normal before the prednisolone course and {60..75} afterwards.',
          'Before the prednisolone course HbA1c was normal; afterwards it was {60..75}.',
        ],
        [
          'Tacrolimus raised {his} sugars and insulin was begun.',
          'Insulin was begun when {his} sugars were raised by tacrolimus.',
        ],
        [
          'Insulin was reduced for sugars as the prednisolone dose came down.',
          'As the dose of prednisolone came down, insulin for sugars was reduced.',
        ],
        [
          'Evening sugars of {16..22} appeared on prednisolone {40|50|60} mg daily.',
          'On prednisolone {40|50|60} mg daily, evening sugars reached {16..22}.',
        ],
        [
          'Olanzapine pushed {his} fasting sugars to {9..14} and was stopped.',
          '{His} fasting sugars were pushed to {9..14} by olanzapine, now stopped.',
        ],
      ],
      rareClues: [
        [
          'Medrol sent {his} sugars to {16..23} and gliclazide was needed.',
          'Gliclazide was needed when Medrol sent {his} sugars to {16..23}.',
        ],
        [
          'Decadron sent {his} sugars to {17..24} and insulin was given.',
          'Insulin was given after {his} sugars went to {17..24} on Decadron.',
        ],
      ],
      jointClues: [
        [
          [
            'Prednisolone {40|50|60} mg daily was started in {March|May|June}.',
            'In {March|May|June} {he} started prednisolone {40|50|60} mg daily.',
          ],
          [
            'By the next month fasting glucose had reached {12..18}.',
            'Fasting glucose had reached {12..18} by the next month.',
          ],
        ],
      ],
      otherPersonClues: [
        [
          '{His} sister had high sugars while taking prednisolone.',
          'While taking prednisolone {his} sister had high sugars.',
        ],
      ],
    },
  ],
};
