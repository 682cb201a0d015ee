import type { PageOf } from '../../../kernel/http/public.js';
import { sayInstant, type Instant } from '../../../kernel/time/public.js';
import type { PublicationRowView } from '../../../publications/public.js';
import { Chip, DataTable, EmptyState, Page, PageHead, Pager, Shown, type Viewer } from '../../parts/public.js';
import { wordsFor } from '../../words/words.js';
import { toneOf } from './publication-tone.js';

interface PublicationListProps {
  readonly viewer: Viewer;
  readonly page: PageOf<PublicationRowView>;
  readonly query: Readonly<Record<string, string>>;
  readonly zone: string;
}

export const PublicationListPage = ({ viewer, page, query, zone }: PublicationListProps) => {
  const words = wordsFor(viewer.language);
  const say = (key: string): string => words.say(`publications.${key}`);
  const prepare = viewer.permissions.has('publication.prepare') && (
    <a class="btn p" href="/publications/new">
      {say('new')}
    </a>
  );
  return (
    <Page viewer={viewer} title={say('title')} current="publications">
      <PageHead title={say('title')} facts={say('lead')} actions={prepare} />
      <DataTable
        caption={say('title')}
        rows={page.items}
        rowKey={(row) => row.id}
        empty={<EmptyState text={say(prepare ? 'none' : 'none.reader')}>{prepare}</EmptyState>}
        columns={[
          { key: 'reference', head: say('reference'), cell: (row) => <a href={`/publications/${row.id}`}>{row.reference}</a> },
          { key: 'title', head: say('name'), cell: (row) => <Shown value={row.title} /> },
          { key: 'state', head: say('state'), cell: (row) => <Chip tone={toneOf[row.state]}>{say(`state.${row.state}`)}</Chip> },
          { key: 'at', head: say('released_at'), figures: true, cell: (row) => (row.releasedAt ? sayInstant(row.releasedAt as Instant, zone, viewer.language) : say('not_yet')) },
        ]}
      />
      <Pager path="/publications" query={query} next={page.next} previous={page.previous} />
    </Page>
  );
};
