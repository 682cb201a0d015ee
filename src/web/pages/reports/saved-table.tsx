import type { SavedReportView } from '../../../reports/public.js';
import { DataTable, FormPost, hrefWith, useWords } from '../../parts/public.js';

interface SavedTableProps {
  readonly rows: readonly SavedReportView[];
  /** Names of colleagues who shared theirs. */
  readonly names: ReadonlyMap<string, string>;
}

/** Reports people have kept: one's own, and those shared in the team. */
export const SavedTable = ({ rows, names }: SavedTableProps) => {
  const words = useWords();
  const say = (key: string): string => words.say(`reports.${key}`);
  return (
    <DataTable
      caption={say('saved.title')}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        { key: 'name', head: say('saved.name'), cell: (row) => <a href={hrefWith(`/reports/${row.report}`, row.query, { section: null })}>{row.name}</a> },
        { key: 'report', head: say('saved.report'), cell: (row) => say(`${row.report}.title`) },
        { key: 'whose', head: say('saved.whose'), cell: (row) => (row.own ? say(row.shared ? 'saved.own_shared' : 'saved.own') : (names.get(row.ownerId) ?? '')) },
        { key: 'every', head: say('saved.every'), cell: (row) => (row.every ? say(`every.${row.every}`) : '–') },
        {
          key: 'remove',
          head: say('saved.remove'),
          cell: (row) =>
            row.own && (
              <FormPost action={`/reports/saved/${row.id}/remove`} values={{}} guard={false} class="row">
                <button class="btn">{say('saved.remove')}</button>
              </FormPost>
            ),
        },
      ]}
    />
  );
};
