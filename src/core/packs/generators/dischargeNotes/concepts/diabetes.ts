import type { ConceptGroup } from '../conceptEntry.ts';

export const diabetes: ConceptGroup = {
  id: 'diabetes',
  concepts: [
    {
      code: 'E11.9',
      name: 'Type 2 diabetes mellitus',
      course: 'chronic',
      mentions: ['type 2 diabetes', 'T2DM', 'type II diabetes', 'maturity-onset diabetes'],
      rareMentions: ['type 2 diabtes', 'NIDDM'],
      clues: [
        '{He} has taken metformin for high sugars for {6..19} years.',
        'HbA1c of {58..84} led to metformin and weight loss advice.',
        'Gliclazide was added because metformin no longer held {his} sugars.',
        'Empagliflozin and metformin keep {his} long-standing high sugars in check.',
        'Raised fasting glucose at age {52..68} was managed with diet and metformin.',
        'C-peptide was high and {his} glucose fell with metformin.',
        'Weekly semaglutide brought {his} HbA1c down from {70..88} to {48..55}.',
      ],
      rareClues: [
        '{He} takes Glucophage twice daily to keep {his} sugars down.',
        'Weekly Ozempic was continued for {his} raised HbA1c.',
        'Januvia was added last year for {his} rising sugars.',
      ],
      jointClues: [
        [
          'Fasting glucose was {9.1..13.8} on two mornings last year.',
          'C-peptide was high and islet antibodies were absent.',
        ],
      ],
      otherPersonClues: ['{His} brother takes metformin tablets for high sugars.'],
    },
    {
      code: 'E10.9',
      name: 'Type 1 diabetes mellitus',
      course: 'chronic',
      mentions: ['type 1 diabetes', 'T1DM', 'type I diabetes', 'juvenile-onset diabetes'],
      rareMentions: ['tpye 1 diabetes', 'IDDM'],
      clues: [
        '{He} has needed basal-bolus insulin since childhood.',
        'GAD antibodies were positive with very low C-peptide.',
        'Insulin was started at age {7..14} and never stopped.',
        'Ketoacidosis at age {8..15} began {his} lifelong insulin treatment.',
        'An insulin pump replaced {his} childhood injection regimen.',
        '{His} pancreas makes no insulin because of islet antibodies.',
        'Carbohydrate counting and insulin have been routine since primary school.',
      ],
      rareClues: [
        'Lantus and NovoRapid injections have been needed since age {6..13}.',
        '{He} has worn an Omnipod for insulin since {his} school days.',
      ],
      jointClues: [
        [
          'Weight loss and thirst began suddenly at age {9..15}.',
          'Insulin injections have been needed every day since then.',
        ],
      ],
      otherPersonClues: ['{His} niece has used an insulin pump since early childhood.'],
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
      rareMentions: ['steriod-induced diabetes', 'SIDM'],
      clues: [
        'Sugars rose above {15..22} only after prednisolone was started.',
        'Insulin was needed only while {he} took high-dose dexamethasone.',
        'HbA1c was normal before the prednisolone course and {60..75} afterwards.',
        'Tacrolimus raised {his} sugars and insulin was begun.',
        'Insulin was reduced for sugars as the prednisolone dose came down.',
        'Evening sugars of {16..22} appeared on prednisolone {40|50|60} mg daily.',
        'Olanzapine pushed {his} fasting sugars to {9..14} and was stopped.',
      ],
      rareClues: [
        'Medrol sent {his} sugars to {16..23} and gliclazide was needed.',
        'Decadron sent {his} sugars to {17..24} and insulin was given.',
      ],
      jointClues: [
        [
          'Prednisolone {40|50|60} mg daily was started in {March|May|June}.',
          'By the next month fasting glucose had reached {12..18}.',
        ],
      ],
      otherPersonClues: ['{His} sister had high sugars while taking prednisolone.'],
    },
  ],
};
