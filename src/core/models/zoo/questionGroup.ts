/** One question over a document with the reply that is right. */
export interface Question {
  /** The rest of the prompt after the shared prefix. */
  readonly suffix: string;
  readonly reply: string;
  /** The concept head's class of what is asked. */
  readonly conceptClass: number;
  /**
   * Numbers of the sentences that each part of the reply rests on: the verdict on all that show or name the concept, a
   * sentence number on that sentence. Each part is one token; none for the end.
   */
  readonly restsOn: readonly (readonly number[])[];
}

/** A document's prompt prefix with the questions that share it. */
export interface QuestionGroup {
  readonly prefix: string;
  /** The concept head's class of each numbered sentence in the prefix, in order. */
  readonly sentenceClasses: readonly number[];
  readonly questions: readonly Question[];
}
