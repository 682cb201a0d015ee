import type { DisclosureView, ExpiringView } from '../../../consents/public.js';
import { sayMinute, type Instant } from '../../../kernel/time/public.js';
import type { PageOf } from '../../../kernel/http/public.js';
import { labelOf } from '../../../vocabularies/public.js';
import { DataTable, EmptyState, Page, PageHead, Pager, useWords, type Viewer } from '../../parts/public.js';
import { wordsFor } from '../../words/words.js';
import { DisclosureTable } from './disclosure-table.js';

export const ExpiringTable = ({ rows, zone }: { readonly rows: readonly ExpiringView[]; readonly zone: string }) => {
  const words = useWords();
  const say = (key: string): string => words.say(`consents.${key}`);
  return (
    <DataTable
      caption={say('expiring')}
      rows={rows}
      rowKey={(row) => `${row.subjectId} ${row.until}`}
      columns={[
        { key: 'until', head: say('until'), figures: true, cell: (row) => sayMinute(row.until as Instant, zone, words.language) },
        { key: 'who', head: say('expiring.who'), cell: (row) => <a href={`/consents/${row.about}/${row.subjectId}`}>{row.reference}</a> },
        { key: 'uses', head: say('expiring.uses'), cell: (row) => row.scopes.map((scope) => labelOf('consent-scopes', scope, words.language)).join(', ') },
      ]}
      empty={<EmptyState text={say('expiring.none')} />}
    />
  );
};

export const ExpiringPage = ({ viewer, rows, zone }: { readonly viewer: Viewer; readonly rows: readonly ExpiringView[]; readonly zone: string }) => {
  const words = wordsFor(viewer.language);
  const say = (key: string): string => words.say(`consents.${key}`);
  return (
    <Page viewer={viewer} title={say('expiring')} current="individuals" breadcrumb={[{ href: '/individuals', text: words.say('individuals.title') }]}>
      <PageHead
        title={say('expiring')}
        facts={say('expiring.lead')}
        actions={
          <>
            <a class="btn" href="/consents/sheet">
              {say('sheet')}
            </a>
            {viewer.permissions.has('disclosure.read') && (
              <a class="btn" href="/disclosures">
                {say('gone.all')}
              </a>
            )}
          </>
        }
      />
      <ExpiringTable rows={rows} zone={zone} />
    </Page>
  );
};

interface DisclosuresPageProps {
  readonly viewer: Viewer;
  readonly page: PageOf<DisclosureView>;
  readonly names: ReadonlyMap<string, string>;
  readonly zone: string;
}

export const DisclosuresPage = ({ viewer, page, names, zone }: DisclosuresPageProps) => {
  const words = wordsFor(viewer.language);
  const say = (key: string): string => words.say(`consents.${key}`);
  return (
    <Page viewer={viewer} title={say('gone.all')} current="individuals" breadcrumb={[{ href: '/consents', text: say('title') }]}>
      <PageHead title={say('gone.all')} facts={say('gone.lead')} />
      <DisclosureTable viewer={viewer} rows={page.items} names={names} zone={zone} />
      <Pager path="/disclosures" query={{}} next={page.next} previous={page.previous} />
    </Page>
  );
};
