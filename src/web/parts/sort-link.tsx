import { hrefWith, type Query } from './href.js';

/** How a list is sorted now, and where it lives. In the address: `sort=start` or, downwards, `sort=-start`. */
export interface Sorting {
  readonly by: string;
  readonly direction: 'ASC' | 'DESC';
  readonly path: string;
  readonly query: Query;
}

interface SortLinkProps {
  readonly by: string;
  readonly text: string;
  readonly sorting: Sorting;
}

/** Sorts by a column; a second click turns the order around. Starts again at the first page. */
export const SortLink = ({ by, text, sorting }: SortLinkProps) => {
  const own = sorting.by === by;
  const sort = own && sorting.direction === 'ASC' ? `-${by}` : by;
  const mark = own ? (sorting.direction === 'ASC' ? ' ↑' : ' ↓') : '';
  return (
    <a href={hrefWith(sorting.path, sorting.query, { sort, cursor: null })}>
      {text}
      <span aria-hidden="true">{mark}</span>
    </a>
  );
};

/** The sorting of a list by its `sort` parameter. */
export const sortingOf = (path: string, query: Query, sort: string): Sorting => ({
  by: sort.replace(/^-/, ''),
  direction: sort.startsWith('-') ? 'DESC' : 'ASC',
  path,
  query,
});
