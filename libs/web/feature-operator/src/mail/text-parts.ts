/** A piece of a letter's text: words, or an address to go to. */
export interface TextPart {
  readonly text: string;
  readonly link: boolean;
}

/** Web addresses; a full stop or bracket at their end belongs to the sentence. */
const ADDRESS = /(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]])/;

/** A text in pieces, its web addresses apart from the words around them. */
export function textParts(text: string): readonly TextPart[] {
  return text
    .split(ADDRESS)
    .map((part, index) => ({ text: part, link: index % 2 === 1 }))
    .filter((part) => part.text !== '');
}
