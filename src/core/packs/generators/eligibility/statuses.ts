import type { Wording } from '../wording.ts';
import type { FrameSet } from './frameSet.ts';
import { RELATIVES, SISTER, type Term } from './lexicon.ts';

/** A way of living that is either so or not, with the lines that say it and the criteria that ask for it. */
export interface Status {
  /** Clinical name, for clashes. */
  readonly clinical: string;
  /** Least and greatest age of patients it is told of. */
  readonly ages: readonly [number, number];
  /** It is so; it is not; it is so with a relative {r}. */
  readonly holds: FrameSet;
  readonly fails: FrameSet;
  readonly relative: FrameSet;
  /** Relatives it can be so with. */
  readonly relatives: readonly Term[];
  /** Criteria that ask for it, and that ask for its absence. */
  readonly asksFor: Wording;
  readonly asksAgainst: Wording;
}

const ADULTS = [18, 90] as const;

const smoking: Status = {
  clinical: 'smoking',
  ages: ADULTS,
  relatives: RELATIVES,
  holds: {
    clinical: {
      train: ['Current smoker.', 'Smokes {n} cigarettes a day.', 'Tobacco use is ongoing.'],
      test: ['Ongoing smoker, {n} cigarettes a day.', 'Current tobacco use.'],
    },
    patient: {
      train: [
        'I smoke {n} cigarettes a day.',
        'I am still smoking.',
        'I like to smoke after meals.',
      ],
      test: ['I still smoke cigarettes.', 'I am smoking {n} cigarettes a day.'],
    },
  },
  fails: {
    clinical: {
      train: ['Never smoked tobacco.', 'Former smoker, stopped {n} years ago.', 'Non-smoker.'],
      test: ['Has never smoked.', 'Stopped tobacco {n} years ago, former smoker.'],
    },
    patient: {
      train: ['I have never smoked.', 'I gave up cigarettes {n} years ago.', 'I do not smoke.'],
      test: ['I gave up smoking {n} years ago.', 'I do not smoke and never have.'],
    },
  },
  relative: {
    clinical: { train: ['The {r} smokes.'], test: ['The {r} is a current smoker.'] },
    patient: { train: ['My {r} smokes cigarettes.'], test: ['My {r} is still smoking.'] },
  },
  asksFor: {
    train: ['Smokes at present.', 'Must be a smoker now.'],
    test: ['At present a smoker.', 'Must smoke at present.'],
  },
  asksAgainst: {
    train: ['Does not smoke at present.', 'Must not be a smoker now.'],
    test: ['At present not a smoker.', 'Must not smoke at present.'],
  },
};

const pregnancy: Status = {
  clinical: 'pregnancy',
  ages: [18, 44],
  relatives: [SISTER],
  holds: {
    clinical: {
      train: ['Patient is pregnant.', 'Pregnancy test positive today.', 'Pregnant, {n} weeks.'],
      test: ['Positive pregnancy test.', 'Patient is {n} weeks pregnant today.'],
    },
    patient: {
      train: ['I am expecting a baby.', 'My baby is due in {n} weeks.', 'I am {n} weeks pregnant.'],
      test: [
        'I am pregnant, the baby is due in {n} weeks.',
        'In {n} weeks I am expecting my baby.',
      ],
    },
  },
  fails: {
    clinical: {
      train: ['Patient is not pregnant.', 'Pregnancy test negative today.', 'No pregnancy.'],
      test: ['Negative pregnancy test.', 'Not pregnant today.'],
    },
    patient: {
      train: ['I am not expecting a baby.', 'There is no baby on the way.', 'I am not pregnant.'],
      test: ['I am not expecting, no baby on the way.', 'There is no baby due, I am not pregnant.'],
    },
  },
  relative: {
    clinical: {
      train: ['The {r} had a pregnancy.'],
      test: ['The {r} was pregnant {n} years ago.'],
    },
    patient: { train: ['My {r} had a baby.'], test: ['My {r} had a baby {n} years ago.'] },
  },
  asksFor: {
    train: ['Is pregnant.', 'Must be pregnant now.'],
    test: ['Now pregnant.', 'Must have a pregnancy now.'],
  },
  asksAgainst: {
    train: ['Is not pregnant.', 'Must not be pregnant now.', 'Must have no pregnancy.'],
    test: ['Not pregnant now.', 'Must have no pregnancy now.'],
  },
};

const livingAlone: Status = {
  clinical: 'living alone',
  ages: ADULTS,
  relatives: RELATIVES,
  holds: {
    clinical: {
      train: ['Lives alone.', 'Single-person household.', 'Resides alone at home.'],
      test: ['Patient lives alone at home.', 'Resides in a single-person household.'],
    },
    patient: {
      train: ['I live by myself.', 'There is nobody else in my house.', 'I live on my own.'],
      test: ['I am by myself in my house.', 'Nobody else lives in my house, I am on my own.'],
    },
  },
  fails: {
    clinical: {
      train: ['Lives with a partner.', 'Shares the household.', 'Patient resides with a friend.'],
      test: ['Patient shares the household with a friend.', 'Resides with a partner.'],
    },
    patient: {
      train: ['I live with my partner.', 'I share my house with a friend.', 'We are two at home.'],
      test: ['I share my house with my partner.', 'I live at home with a friend.'],
    },
  },
  relative: {
    clinical: { train: ['The {r} lives alone.'], test: ['The {r} resides alone.'] },
    patient: {
      train: ['My {r} lives alone.', 'There is nobody with my {r} at home.'],
      test: ['My {r} is alone at home.'],
    },
  },
  asksFor: {
    train: ['Lives alone.', 'Must be living alone.', 'Alone in the household.'],
    test: ['Must live alone.', 'Living alone in the household.'],
  },
  asksAgainst: {
    train: ['Does not live alone.', 'Must not be living alone.', 'Not alone in the household.'],
    test: ['Must not live alone.', 'Not living alone in the household.'],
  },
};

const walking: Status = {
  clinical: 'walking unaided',
  ages: ADULTS,
  relatives: RELATIVES,
  holds: {
    clinical: {
      train: ['Mobilises without an aid.', 'Independent mobility.', 'Patient mobilises unaided.'],
      test: ['Patient has independent mobility.', 'Mobilises independent of an aid.'],
    },
    patient: {
      train: ['I walk without any help.', 'I can walk on my own.', 'I do not need a stick.'],
      test: ['I can walk without a stick.', 'I do not need any help to walk.'],
    },
  },
  fails: {
    clinical: {
      train: ['Mobilises with a frame.', 'Mobility needs an aid.', 'Uses a wheelchair.'],
      test: ['Needs a frame for mobility.', 'Mobilises with a wheelchair.'],
    },
    patient: {
      train: ['I need a stick to walk.', 'I use a wheelchair.', 'I cannot walk without my frame.'],
      test: ['I need a frame to walk.', 'I cannot walk without a stick.'],
    },
  },
  relative: {
    clinical: { train: ['The {r} uses a frame.'], test: ['The {r} mobilises with an aid.'] },
    patient: { train: ['My {r} uses a stick.'], test: ['My {r} cannot walk without a stick.'] },
  },
  asksFor: {
    train: ['Mobilises unaided.', 'Must be able to mobilise without an aid.'],
    test: ['Must mobilise unaided.', 'Able to mobilise without an aid.'],
  },
  asksAgainst: {
    train: ['Does not mobilise unaided.', 'Must be unable to mobilise without an aid.'],
    test: ['Must not mobilise unaided.', 'Unable to mobilise without an aid.'],
  },
};

const alcohol: Status = {
  clinical: 'alcohol',
  ages: ADULTS,
  relatives: RELATIVES,
  holds: {
    clinical: {
      train: ['Consumes alcohol.', 'Alcohol: {n} units a week.', 'Regular alcohol intake.'],
      test: ['Alcohol intake {n} units a week.', 'Regular: consumes alcohol.'],
    },
    patient: {
      train: ['I drink wine at home.', 'I have {n} beers a week.', 'I enjoy beer and wine.'],
      test: ['I enjoy {n} beers a week.', 'I drink beer and wine.'],
    },
  },
  fails: {
    clinical: {
      train: ['Consumes no alcohol.', 'Alcohol: none.', 'Abstains from alcohol.'],
      test: ['No alcohol intake.', 'Patient abstains, no alcohol.'],
    },
    patient: {
      train: ['I never drink wine or beer.', 'I do not drink.', 'I stay away from beer and wine.'],
      test: ['I do not drink beer or wine.', 'I never drink and stay away from wine.'],
    },
  },
  relative: {
    clinical: {
      train: ['The {r} consumes alcohol.'],
      test: ['The {r} has regular alcohol intake.'],
    },
    patient: { train: ['My {r} drinks beer.'], test: ['My {r} drinks wine and beer.'] },
  },
  asksFor: {
    train: ['Consumes alcohol at present.', 'Must be consuming alcohol.'],
    test: ['At present consumes alcohol.', 'Must consume alcohol at present.'],
  },
  asksAgainst: {
    train: ['Does not consume alcohol at present.', 'Must not be consuming alcohol.'],
    test: ['At present does not consume alcohol.', 'Must not consume alcohol at present.'],
  },
};

const employment: Status = {
  clinical: 'employment',
  ages: [18, 66],
  relatives: RELATIVES,
  holds: {
    clinical: {
      train: ['In paid employment.', 'Patient is employed.', 'Employed for {n} years.'],
      test: ['Patient in paid employment for {n} years.', 'Is employed.'],
    },
    patient: {
      train: ['I go to work every day.', 'I have a job in a shop.', 'I have worked for {n} years.'],
      test: ['I have a job and go to work.', 'I work in a shop every day.'],
    },
  },
  fails: {
    clinical: {
      train: ['Unemployed.', 'Employment ended {n} years ago.', 'Patient is not employed.'],
      test: ['Patient is unemployed.', 'Not employed, ended {n} years ago.'],
    },
    patient: {
      train: ['I do not work.', 'I lost my job {n} years ago.', 'I am out of work.'],
      test: ['I do not have a job.', 'I am out of a job, lost {n} years ago.'],
    },
  },
  relative: {
    clinical: { train: ['The {r} is employed.'], test: ['The {r} is in paid employment.'] },
    patient: { train: ['My {r} has a job.'], test: ['My {r} has a job in a shop.'] },
  },
  asksFor: {
    train: ['In employment.', 'Must be employed now.'],
    test: ['Employed now.', 'Must be in employment.'],
  },
  asksAgainst: {
    train: ['Not in employment.', 'Must not be employed now.'],
    test: ['Not employed now.', 'Must not be in employment.'],
  },
};

export const STATUSES: readonly Status[] = [
  smoking,
  pregnancy,
  livingAlone,
  walking,
  alcohol,
  employment,
];
