import type { DocumentWords } from './document-words.js';
import type { PaperCell } from './paper.js';
import type { Moment, SourceLabel } from './timeline-document.js';

/** A cell of a text and what explains it; what is missing takes no line. */
export const told = (text: string, ...more: readonly (string | null | undefined)[]): PaperCell => [
  text,
  ...more.filter((line): line is string => line !== null && line !== undefined && line !== ''),
];

/** The moment in words and, where they differ, the words of the source. */
export function momentCell(moment: Moment | null | undefined, words: DocumentWords): PaperCell {
  if (!moment) return [words.say('documents.unknown')];
  const { asSaid } = moment;
  return told(moment.words, asSaid && asSaid !== moment.words ? words.say('documents.as_said', { text: asSaid }) : null);
}

/** Every source on a line with its reliability; a protected one is told of and not named. */
export function sourceCell(sources: readonly SourceLabel[], words: DocumentWords): PaperCell {
  if (sources.length === 0) return [words.say('documents.no_source')];
  return sources.flatMap(({ label, reliability }) => told(label ?? words.say('documents.protected'), reliability));
}
