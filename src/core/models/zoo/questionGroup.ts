/** One question over a document with the reply that is right. */
export interface Question {
  /** The rest of the prompt after the shared prefix. */
  readonly suffix: string;
  readonly reply: string;
}

/** A document's prompt prefix with the questions that share it. */
export interface QuestionGroup {
  readonly prefix: string;
  readonly questions: readonly Question[];
  /** Questions of another kind that help to learn; never part of a held-out figure. */
  readonly asides: readonly Question[];
}
