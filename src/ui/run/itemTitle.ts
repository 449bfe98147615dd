import type { ItemView } from '../../core/packs/itemView.ts';

/** The words that a page shows of an item, each text on its own. */
function textsOf({ blocks }: ItemView): string[] {
  return blocks.flatMap((block) => {
    switch (block.kind) {
      case 'text':
      case 'spans':
        return [block.text];
      case 'conversation':
        return block.messages.map(({ content }) => content);
      case 'sentences':
        return [...block.sentences];
      case 'options':
        return block.options.map(({ text }) => text);
    }
  });
}

/** The words alone: a title may join lines with commas. */
function wordsOf(text: string): string {
  return text.replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

/**
 * What stands above an item that is shown whole: its title, as `Iron deficiency anaemia (D50.9)`, or its id where the title
 * is but the beginning of what is shown below.
 */
export function itemHeading(itemId: string, view: ItemView): string {
  const start = wordsOf(view.title);
  const isShownBelow = textsOf(view).some((text) => wordsOf(text).startsWith(start));
  return isShownBelow ? itemId : view.title;
}
