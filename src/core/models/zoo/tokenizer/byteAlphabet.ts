/**
 * The printable stand-in of every byte in byte-level BPE (GPT-2, `bytes_to_unicode`): printable Latin-1 bytes stand for
 * themselves, the other 68 are numbered on from U+0100. Vocabulary files spell tokens in these characters.
 */
export function byteAlphabet(): string[] {
  const isPrintable = (byte: number): boolean =>
    (byte >= 0x21 && byte <= 0x7e) || (byte >= 0xa1 && byte <= 0xac) || byte >= 0xae;
  let next = 0x100;
  return Array.from({ length: 256 }, (_, byte) =>
    String.fromCodePoint(isPrintable(byte) ? byte : next++),
  );
}

/** GPT-2's pre-tokeniser: the text is cut here first, and no merge crosses a cut. */
const PIECES = /'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+/gu;

/** The pieces of a text, in order; their concatenation is the text. */
export function splitPieces(text: string): string[] {
  return text.match(PIECES) ?? [];
}
