/** Where the text comes from. */
export const SOURCES = [
  { value: 'gold', label: 'a problem’s gold reply' },
  { value: 'teacher', label: 'a sample of the teacher' },
  { value: 'student', label: 'a sample of the student' },
  { value: 'run', label: 'an answer of a run' },
  { value: 'typed', label: 'typed' },
] as const;
export type TextSource = (typeof SOURCES)[number]['value'];

/** A text longer than this does not travel in a link. */
const LONGEST_IN_LINK = 400;

/** Which text is looked at. */
export class TextForm {
  source: TextSource = $state('gold');
  packId = $state('');
  itemId = $state('');
  runId = $state('');
  seed = $state('1');
  prompt = $state('');
  text = $state('');

  constructor(params: Readonly<Record<string, string>>, packId: string) {
    const { from, pack, item, run, seed, prompt, text } = params;
    this.source = SOURCES.find(({ value }) => value === from)?.value ?? 'gold';
    this.packId = pack ?? packId;
    this.itemId = item ?? '';
    this.runId = run ?? '';
    this.seed = seed ?? '1';
    this.prompt = prompt ?? '';
    this.text = text ?? '';
  }

  /** For the page's address; long texts are left out. */
  get params(): Record<string, string> {
    const short = (name: string, text: string): Record<string, string> =>
      text !== '' && text.length <= LONGEST_IN_LINK ? { [name]: text } : {};
    if (this.source === 'typed')
      return { from: 'typed', ...short('prompt', this.prompt), ...short('text', this.text) };
    return {
      from: this.source,
      ...short('pack', this.packId),
      ...short('item', this.itemId),
      ...(this.source === 'run' ? short('run', this.runId) : {}),
      ...(this.source === 'teacher' || this.source === 'student' ? short('seed', this.seed) : {}),
    };
  }
}
