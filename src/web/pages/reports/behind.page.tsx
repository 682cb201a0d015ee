import type { Behind } from '../../../reports/public.js';
import { DataTable, EmptyState, Page, PageHead, type Crumb, type Viewer } from '../../parts/public.js';
import { wordsFor } from '../../words/words.js';

/** A record behind a figure, as the reader may know it. */
export interface BehindRow {
  readonly id: string;
  readonly href: string;
  readonly label: string;
  readonly when: string;
  readonly where: string;
  readonly outcome: string;
}

interface BehindPageProps {
  readonly viewer: Viewer;
  readonly crumbs: readonly Crumb[];
  readonly title: string;
  readonly behind: Behind;
  readonly rows: readonly BehindRow[];
}

/** The records behind one cell of a report. */
export const BehindPage = ({ viewer, crumbs, title, behind, rows }: BehindPageProps) => {
  const words = wordsFor(viewer.language);
  const say = (key: string): string => words.say(`reports.behind.${key}`);
  return (
    <Page viewer={viewer} title={say('title')} current="reports" breadcrumb={[...crumbs]}>
      <PageHead title={say('title')} facts={`${title} · ${words.say('reports.behind.count', { shown: rows.length, records: behind.records })}`} />
      <DataTable
        caption={say('title')}
        rows={rows}
        rowKey={(row) => row.id}
        columns={[
          { key: 'record', head: say('record'), cell: (row) => <a href={row.href}>{row.label}</a> },
          { key: 'when', head: say('when'), figures: true, cell: (row) => row.when },
          { key: 'where', head: say('where'), cell: (row) => row.where },
          { key: 'outcome', head: say('outcome'), cell: (row) => row.outcome },
        ]}
        empty={<EmptyState text={say('none')} />}
      />
    </Page>
  );
};
