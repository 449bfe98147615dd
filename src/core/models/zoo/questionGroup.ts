/** One question over a document with the reply that is right. */
export interface Question {
  /** The rest of the prompt after the shared prefix. */
  readonly suffix: string;
  readonly reply: string;
  /** The concept head's class of what is asked; left out where the head has nothing to learn. */
  readonly conceptClass?: number;
  /**
   * Numbers (1-based) of the passages that each token of the reply rests on, first token first: the verdict on all that
   * bear on it, a line's number on that line. An empty list, and tokens past the last, rest on nothing; without `restsOn`
   * attention is not guided at all.
   */
  readonly restsOn?: readonly (readonly number[])[];
  /**
   * For replies of several lines: the number of the passage that each line of the reply works on. Guided attention then
   * looks at every token of that passage, and at nothing past the list. Not together with `restsOn`.
   */
  readonly replyLinesOn?: readonly number[];
  /**
   * For replies that copy: for each word of the reply, places in the prefix (indices of characters) of the words that it
   * is copied from, or that decide it. Guided attention looks at their tokens one by one with the reply's. Words are
   * what stands between white space. Not together with the others.
   */
  readonly replyWordsOn?: readonly (readonly number[])[];
}

/** A document's prompt prefix with the questions that share it. */
export interface QuestionGroup {
  /**
   * Ends in a line feed, so that prefix and suffix tokenise apart as they do together. Its passages are its numbered lines
   * (a number from 1 on, a space, a text), or the sentences listed in `sentences`.
   */
  readonly prefix: string;
  /** Passages where lines are not numbered: sentences of the prefix, in the order in which they stand there. */
  readonly sentences?: readonly string[];
  /** The concept head's class of each passage, in order; left out where there is nothing to learn. */
  readonly sentenceClasses?: readonly number[];
  readonly questions: readonly Question[];
}
