import { PEOPLE } from '../people.ts';

/** What a person can have one of, with the values it can take. No value is in two lists. */
export interface Relation {
  readonly noun: string;
  readonly plural: string;
  readonly values: readonly string[];
}

export const RELATIONS: readonly Relation[] = [
  {
    noun: 'drink',
    plural: 'drinks',
    values: ['tea', 'coffee', 'milk', 'water', 'juice', 'cocoa', 'cider', 'lemonade'],
  },
  {
    noun: 'pet',
    plural: 'pets',
    values: ['dog', 'cat', 'rabbit', 'parrot', 'pony', 'hamster', 'snake', 'goat'],
  },
  {
    noun: 'colour',
    plural: 'colours',
    values: ['red', 'blue', 'green', 'yellow', 'pink', 'brown', 'black', 'white'],
  },
  {
    noun: 'town',
    plural: 'towns',
    values: ['York', 'Leeds', 'Bath', 'Dover', 'Derby', 'Oxford', 'Ely', 'Truro'],
  },
  {
    noun: 'job',
    plural: 'jobs',
    values: ['baker', 'nurse', 'driver', 'farmer', 'singer', 'painter', 'tailor', 'teacher'],
  },
  {
    noun: 'meal',
    plural: 'meals',
    values: ['soup', 'rice', 'fish', 'pasta', 'salad', 'stew', 'curry', 'toast'],
  },
];

/** Names that no training text holds: a tenth of the names in use. */
export const HELD_OUT_PEOPLE = ['Rita', 'Otto'] as const;
export const KNOWN_PEOPLE: readonly string[] = PEOPLE;

export const FOODS = ['nuts', 'eggs', 'wheat', 'honey', 'cheese', 'beans', 'grapes', 'plums'];
export const THINGS = ['apples', 'pears', 'cups', 'books', 'coins', 'pens', 'keys', 'shells'];
export const PLACES = ['kitchen', 'garden', 'hall', 'bridge', 'station', 'park', 'cellar', 'roof'];
export const SHOPS = ['market', 'school', 'hotel', 'museum'];
export const ACTIVITIES = ['swim', 'work', 'sing', 'paint', 'cook', 'run', 'read', 'dance'];
export const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
export const WORDS = ['hello', 'thanks', 'sorry', 'please', 'welcome', 'goodbye'];
export const COUNT_WORDS = ['one', 'two', 'three', 'four'];

/** Closing marks under their names. */
export const MARKS: readonly { readonly name: string; readonly sign: string }[] = [
  { name: 'full stop', sign: '.' },
  { name: 'comma', sign: ',' },
  { name: 'colon', sign: ':' },
  { name: 'question mark', sign: '?' },
];
