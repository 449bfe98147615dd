import type { Wording } from '../wording.ts';
import type { Register } from './lexicon.ts';

/**
 * Sentence frames of one meaning, in both registers, apart for training and test. Test frames use
 * the words of training frames of the same register in other frames. No frame begins with a number
 * or a lab's name: the first letter is made a capital.
 */
export type FrameSet = Readonly<Record<Register, Wording>>;
