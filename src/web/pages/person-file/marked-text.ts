/** `[[` and `]]` around what a person has marked as being about somebody else. */
const MARKED = /\[\[([\s\S]*?)\]\]/g;

/** The text without the marks: it has to be the text that was shown, letter by letter, or somebody has changed what was said. */
export const unmarked = (marked: string): string => plain(marked).replace(MARKED, '$1');

/** The text as the person gets it. */
export const redacted = (marked: string): string => plain(marked).replace(MARKED, '[…]');

/** Marks proposed where the text speaks of somebody who was recorded. */
export function proposed(text: string, places: readonly { readonly from: number; readonly to: number }[]): string {
  return [...places].sort((a, b) => b.from - a.from).reduce((all, { from, to }) => `${all.slice(0, from)}[[${all.slice(from, to)}]]${all.slice(to)}`, text);
}

/** Line ends as browsers send them are line ends. */
const plain = (text: string): string => text.replace(/\r\n/g, '\n');
