import { hrefWith, type Query } from './href.js';
import { useWords } from './viewer.js';

interface PagerProps {
  readonly path: string;
  /** Filters and sorting, kept from page to page. */
  readonly query?: Query;
  /** Cursors of a PageOf. */
  readonly next: string | null;
  readonly previous: string | null;
}

/** Links to the neighbouring pages of a list. */
export const Pager = ({ path, query = {}, next, previous }: PagerProps) => {
  const words = useWords();
  if (!next && !previous) return null;
  return (
    <nav class="row pager noprint" aria-label={words.say('lists.pages')}>
      {previous && (
        <a class="btn" rel="prev" href={hrefWith(path, query, { cursor: previous })}>
          {words.say('lists.previous')}
        </a>
      )}
      {next && (
        <a class="btn" rel="next" href={hrefWith(path, query, { cursor: next })}>
          {words.say('lists.next')}
        </a>
      )}
    </nav>
  );
};
