import type { MethodCard } from '../protocol.ts';

/** The card of the protocol, shown beside its numbers. */
export const entitySpansMethod: MethodCard = {
  summary:
    'The student lists a note’s entities, one a line behind its type. Each is looked up in the note, as whole words and from the left, and each place is given once; what was found is compared with the gold spans. Counts are summed over all notes before F1 is taken. No judge is asked.',
  source:
    'The counts of SemEval-2013 task 9 (strict and type) as in nervaluate 1.2.1, whose numbers the tests repeat.',
  ours: 'The prompt, the way from a listed text to a place in the note, word F1, and that an entity which is not in the note, or said more often than it is there, counts as spurious. What cannot be read counts as no entity.',
  doubt:
    'The notes are generated from sentence frames and a list of names that training shares but for a tenth. Where a text stands in a note twice, a listed one is taken to mean the first place, whatever the student meant.',
};
