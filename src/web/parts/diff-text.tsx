import { textDiff } from './text-diff.js';

/** A text with what was taken out and what was put in. */
export const DiffText = ({ before, after }: { readonly before: string; readonly after: string }) => (
  <span class="said">
    {textDiff(before, after).map(({ is, text }, place) =>
      is === 'gone' ? <del key={place}>{text}</del> : is === 'new' ? <ins key={place}>{text}</ins> : <span key={place}>{text}</span>,
    )}
  </span>
);
