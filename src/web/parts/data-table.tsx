import type { ComponentChildren } from 'preact';
import { EmptyState } from './empty-state.js';
import { SortLink, type Sorting } from './sort-link.js';

export interface Column<Row> {
  readonly key: string;
  readonly head: string;
  readonly cell: (row: Row) => ComponentChildren;
  /** Figures: never broken, digits of one width. */
  readonly figures?: boolean;
  /** The name the list sorts by; only where the list allows it. */
  readonly sortBy?: string;
}

interface DataTableProps<Row> {
  /** What the table shows, for those who cannot see it. */
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly sorting?: Sorting;
  /** What to show instead of a table without rows. */
  readonly empty?: ComponentChildren;
}

/**
 * A table that becomes stacked rows on a phone. The roles are said outright because browsers forget them
 * when a row is laid out as a grid. The first column heads its row.
 */
export function DataTable<Row>({ caption, columns, rows, rowKey, sorting, empty }: DataTableProps<Row>) {
  if (rows.length === 0) return <>{empty ?? <EmptyState />}</>;
  return (
    <div class="tw">
      <table class="stack" role="table">
        <caption class="sr">{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((column) => (
              <th key={column.key} scope="col" role="columnheader" aria-sort={ariaSort(column, sorting)}>
                {column.sortBy && sorting ? <SortLink by={column.sortBy} text={column.head} sorting={sorting} /> : column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr key={rowKey(row)} role="row">
              {columns.map((column, place) =>
                place === 0 ? (
                  <th key={column.key} scope="row" role="rowheader" class={column.figures ? 'n' : undefined}>
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.key} role="cell" data-head={column.head} class={column.figures ? 'n' : undefined}>
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ariaSort<Row>(column: Column<Row>, sorting: Sorting | undefined): 'ascending' | 'descending' | undefined {
  if (!sorting || !column.sortBy || sorting.by !== column.sortBy) return undefined;
  return sorting.direction === 'ASC' ? 'ascending' : 'descending';
}
