import { expect, test } from 'vitest';
import { createGroupEncoder, type Encode } from './encoding.ts';

/** A token for each run of letters or digits and each other sign, with the space before it; ids are given as they come. */
function wordEncoder(): { encode: Encode; textOf: (id: number) => string } {
  const texts = ['<0>', '<1>', '<2>', '<3>'];
  return {
    encode: (text) =>
      (text.match(/ ?[a-z]{1,4}| ?\d| ?[^a-z\d ]/giu) ?? []).map((piece) => {
        if (!texts.includes(piece)) texts.push(piece);
        return texts.indexOf(piece);
      }),
    textOf: (id) => texts[id] ?? '',
  };
}

const PREFIX = 'Note:\n1 He takes metformin.\n2 She has gout.\n';

function looked(replyWordsOn: readonly (readonly number[])[], reply: string): string[] {
  const { encode, textOf } = wordEncoder();
  const group = createGroupEncoder(encode)('copy', {
    prefix: PREFIX,
    questions: [{ suffix: 'Answer:', reply, replyWordsOn }],
  });
  const [branch] = group.branches;
  return (branch?.reply ?? []).map((id, index) => {
    const places = branch?.looksAt?.[index] ?? [];
    return `${textOf(id)}<${places.map((place) => textOf(group.trunk[place] ?? 0)).join('|')}`;
  });
}

test('each token of a copied word looks at the same token of its source', () => {
  const source = PREFIX.indexOf('metformin');
  expect(looked([[], [source]], 'drug: metformin').slice(2, 5)).toEqual([
    ' metf< metf',
    'ormi<ormi',
    'n<n',
  ]);
});

test('a word that is decided looks at the last token of the words that decide it', () => {
  const places = [PREFIX.indexOf('metformin'), PREFIX.indexOf('gout')];
  expect(looked([places], 'drug').slice(0, 1)).toEqual(['drug<.|.']);
});

test('a word whose tokens change with what stands around it is refused', () => {
  const encode: Encode = (text) => [4 + text.length];
  expect(() =>
    createGroupEncoder(encode)('copy', {
      prefix: PREFIX,
      questions: [{ suffix: 'Answer:', reply: 'x', replyWordsOn: [[0]] }],
    }),
  ).toThrow('has other tokens by itself');
});
