import type { ActType } from './acts.ts';
import type { FrameSet } from './frameSet.ts';

/**
 * Sentences of an answer by the act they do: `{x}` is its content, `{m}` a term's meaning. A content never begins a sentence,
 * so that it is the same tokens everywhere. The first training frame of each is the one that students learn to write.
 */
export const answerFrames: Readonly<Record<ActType, FrameSet>> = {
  avoid: {
    train: [
      'Do not take {x}.',
      'Please stay away from {x}.',
      'You should not use {x}.',
      'Avoid {x} for now.',
      'Keep off {x} completely.',
      'It is not safe for you to take {x}.',
    ],
    test: [
      'Please do not use {x} for now.',
      'You should stay away from {x}.',
      'Please avoid {x} completely.',
      'It is not safe to use {x}.',
    ],
  },
  take: {
    train: [
      'You can take {x}.',
      'Try {x} for this.',
      'A tablet of {x} may help.',
      'Use {x} when it is bad.',
      'It is safe for you to take {x}.',
      'I suggest that you take {x}.',
    ],
    test: [
      'It is safe to use {x} for this.',
      'You can use {x} when it is bad.',
      'I suggest a tablet of {x}.',
    ],
  },
  limit: {
    train: [
      'Take no more than {x} tablets a day.',
      'At most {x} tablets a day are safe.',
      'The limit is {x} tablets a day.',
      'Stop at {x} tablets in one day.',
      'Never go over {x} tablets a day.',
    ],
    test: [
      'Never take more than {x} tablets in one day.',
      'Stop at {x} tablets a day.',
      'The safe limit is {x} tablets in a day.',
    ],
  },
  cause: {
    train: [
      'This may be {x}.',
      'It could be {x}.',
      'One possible cause is {x}.',
      'Perhaps you have {x}.',
      'Your signs would fit {x}.',
      'It might come from {x}.',
    ],
    test: ['Perhaps it could be {x}.', 'This might come from {x}.', 'Your signs may fit {x}.'],
  },
  certain: {
    train: [
      'You surely have {x}.',
      'I am certain that this is {x}.',
      'There is no doubt that it is {x}.',
      'It is clearly {x}.',
      'This must be {x}.',
      'I know for sure that you have {x}.',
    ],
    test: [
      'I am sure that you have {x}.',
      'This is clearly {x}.',
      'There is no doubt that you have {x}.',
    ],
  },
  unknown: {
    train: [
      'I cannot tell if it is {x}.',
      'From here nobody can know if this is {x}.',
      'I do not know whether you have {x}.',
      'Only a test can show if it is {x}.',
      'It is unclear whether this is {x}.',
    ],
    test: [
      'It is unclear if you have {x}.',
      'From here I cannot tell whether it is {x}.',
      'I do not know if this is {x}.',
    ],
  },
  ask: {
    train: [
      'Please tell me about any {x}.',
      'What can you say about {x}?',
      'Is there any {x} to report?',
      'I need to know about {x}.',
      'Has {x} played a part?',
      'May I ask about {x}?',
    ],
    test: [
      'What can you tell me about {x}?',
      'I need to ask about any {x}.',
      'Is there any {x} to tell me about?',
    ],
  },
  warn: {
    train: [
      'Get help at once if you notice {x}.',
      'If {x} begins, go to hospital.',
      'Any {x} is a danger sign.',
      'Watch out for {x}.',
      'Seek urgent care in case of {x}.',
      'Come straight in if there is {x}.',
    ],
    test: [
      'Seek help at once if there is any {x}.',
      'Go to hospital in case of {x}.',
      'Get urgent care if {x} begins.',
    ],
  },
  playDown: {
    train: [
      'You can ignore {x}.',
      'Any {x} is harmless.',
      'Do not worry about {x}.',
      'There is no need to act on {x}.',
      'A little {x} is quite normal.',
      'You need not mind {x}.',
    ],
    test: [
      'There is no need to worry about {x}.',
      'Any {x} is quite normal.',
      'You can ignore a little {x}.',
    ],
  },
  care: {
    train: [
      'Try {x} at home.',
      'Get plenty of {x}.',
      'Some {x} will do you good.',
      'Make use of {x} each day.',
      'At home, {x} often helps.',
      'Let {x} ease it.',
    ],
    test: [
      'Try plenty of {x} each day.',
      'Some {x} at home often helps.',
      'Make use of {x} at home.',
    ],
  },
  doctor: {
    train: [
      'See a doctor within {x} days.',
      'Visit your doctor in {x} days or less.',
      'A doctor should look at this within {x} days.',
      'Be seen by a doctor in the next {x} days.',
      'Go and see your doctor before {x} days are over.',
    ],
    test: [
      'Be seen by your doctor within {x} days.',
      'Visit a doctor in the next {x} days.',
      'Go and see a doctor before {x} days are over.',
    ],
  },
  followUp: {
    train: [
      'Write to me again in {x} days.',
      'Tell me how it goes in {x} days.',
      'Let us talk again after {x} days.',
      'Send me news in {x} days.',
      'I want to hear from you in {x} days.',
    ],
    test: [
      'Write and tell me how it goes after {x} days.',
      'Let me hear from you in {x} days.',
      'I want news from you in {x} days.',
    ],
  },
  ambulance: {
    train: [
      'Call an ambulance now.',
      'Dial for an ambulance at once.',
      'You need an ambulance straight away.',
      'Phone the emergency number now.',
      'This is an emergency, so call for help now.',
    ],
    test: [
      'Phone for an ambulance straight away.',
      'This is an emergency, so dial the number now.',
      'You need to call an ambulance at once.',
    ],
  },
  noAmbulance: {
    train: [
      'You do not need an ambulance.',
      'There is no need to call for help.',
      'An ambulance is not needed.',
      'This is not an emergency.',
      'Do not dial the emergency number.',
    ],
    test: [
      'There is no need for an ambulance.',
      'This is no emergency.',
      'Do not call an ambulance.',
    ],
  },
  sympathy: {
    train: [
      'I am sorry about your {x}.',
      'Your {x} sounds hard.',
      'It must be hard to live with {x}.',
      'I feel for you with this {x}.',
      'What a pity about the {x}.',
    ],
    test: [
      'I am sorry that you live with {x}.',
      'I feel sorry about the {x}.',
      'It sounds hard to live with this {x}.',
    ],
  },
  explain: {
    train: [
      'The word {x} means {m}.',
      'In plain words, {x} is {m}.',
      'Doctors say {x} for {m}.',
      'You can read {x} as {m}.',
      'By {x} they mean {m}.',
    ],
    test: [
      'In plain words, {x} means {m}.',
      'Doctors say {x} and mean {m}.',
      'You can read the word {x} as {m}.',
    ],
  },
  jargon: {
    train: [
      'I see signs of {x}.',
      'A mild {x} is part of it.',
      'We call such cases {x}.',
      'Note the {x} in your case.',
      'Your file should say {x}.',
    ],
    test: ['I see mild {x} in your case.', 'Note the signs of {x}.', 'We should call it {x}.'],
  },
  subject: {
    train: [
      'Some people speak well of {x}.',
      'Have you thought of {x}?',
      'I could tell you more on {x}.',
      'There is also {x}.',
      'Later we may turn to {x}.',
    ],
    test: [
      'I could also speak of {x}.',
      'Have you thought more on {x}?',
      'Some people also turn to {x}.',
    ],
  },
  heading: {
    train: [
      'Heading: {x}.',
      'My heading is {x}.',
      'This comes under the heading {x}.',
      'I start with the heading {x}.',
      'At the top stands {x}.',
    ],
    test: [
      'At the top comes the heading {x}.',
      'This stands under the heading {x}.',
      'I start under {x}.',
    ],
  },
  call: {
    train: [
      'Hello {x}.',
      'Dear {x}, thank you for writing.',
      'Good day to you, {x}.',
      'Thank you, {x}.',
      'You are welcome, {x}, and thank you.',
    ],
    test: [
      'Hello and welcome, {x}.',
      'Good day and thank you, {x}.',
      'Hello {x}, thank you for writing.',
    ],
  },
  sign: {
    train: [
      'Signed, {x}.',
      'Yours with best regards, {x}.',
      'Best wishes from {x}.',
      'This reply was written by {x}.',
      'Kind regards, {x}.',
    ],
    test: [
      'Signed with best regards, {x}.',
      'Kind wishes from {x}.',
      'Yours with best wishes, {x}.',
    ],
  },
  otherAvoid: {
    train: [
      'Your brother should not take {x}.',
      'Your son should avoid {x}.',
      'For your mother, {x} is not safe.',
      'Your neighbour should stay away from {x}.',
      'Tell your sister not to use {x}.',
    ],
    test: [
      'Your mother should not use {x}.',
      'Tell your brother to avoid {x}.',
      'For your son, it is not safe to take {x}.',
    ],
  },
  otherTake: {
    train: [
      'Your brother can take {x}.',
      'Your son could try {x}.',
      'For your mother, {x} is safe.',
      'Tell your sister to use {x}.',
      'A tablet of {x} may help your neighbour.',
    ],
    test: [
      'Your mother can use {x}.',
      'Tell your brother to take {x}.',
      'For your son, it is safe to try {x}.',
    ],
  },
};
