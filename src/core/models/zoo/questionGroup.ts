/** One question over a document with the reply that is right. */
export interface Question {
  /** The rest of the prompt after the shared prefix. */
  readonly suffix: string;
  readonly reply: string;
  /** The concept head's class of what is asked. */
  readonly conceptClass: number;
}

/** A document's prompt prefix with the questions that share it. */
export interface QuestionGroup {
  readonly prefix: string;
  /** The concept head's class of each numbered sentence in the prefix, in order. */
  readonly sentenceClasses: readonly number[];
  readonly questions: readonly Question[];
}
