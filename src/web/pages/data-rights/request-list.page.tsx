import type { ComponentChildren } from 'preact';
import type { PageOf } from '../../../kernel/http/public.js';
import { sayInstant, type Instant } from '../../../kernel/time/public.js';
import type { DataRequestView } from '../../../requests/public.js';
import { labelOf } from '../../../vocabularies/public.js';
import { Chip, DataTable, EmptyState, FilterBar, Page, PageHead, Pager, SelectField, useViewer, useWords, type Viewer } from '../../parts/public.js';
import { wordsFor } from '../../words/words.js';
import { optionsOf } from '../options.js';

interface RequestListProps {
  readonly viewer: Viewer;
  readonly page: PageOf<DataRequestView>;
  readonly query: Readonly<Record<string, string>>;
  readonly zone: string;
}

export const RequestListPage = ({ viewer, page, query, zone }: RequestListProps) => {
  const words = wordsFor(viewer.language);
  const say = (key: string): string => words.say(`data-rights.${key}`);
  return (
    <Page viewer={viewer} title={say('requests')} current="requests">
      <PageHead
        title={say('requests')}
        facts={say('requests.lead')}
        actions={
          <>
            <a class="btn" href="/retention">
              {words.say('retention.title')}
            </a>
            <a class="btn p" href="/requests/new">
              {say('requests.new')}
            </a>
          </>
        }
      />
      <FilterBar path="/requests" query={query}>
        <SelectField name="what" label={say('request.what')} options={optionsOf('request-kinds', viewer.language)} empty={words.say('individuals.any')} />
        <SelectField name="state" label={say('request.state')} options={(['closed', 'all'] as const).map((value) => ({ value, label: say(`requests.${value}`) }))} empty={say('requests.open')} />
      </FilterBar>
      <RequestTable
        requests={page.items}
        zone={zone}
        empty={
          <EmptyState text={say('requests.none')}>
            <a class="btn" href="/requests/new">
              {say('requests.new')}
            </a>
          </EmptyState>
        }
      />
      <Pager path="/requests" query={query} next={page.next} previous={page.previous} />
    </Page>
  );
};

export const RequestTable = ({ requests, zone, empty }: { readonly requests: readonly DataRequestView[]; readonly zone: string; readonly empty: ComponentChildren }) => {
  const words = useWords();
  const { language } = useViewer();
  const say = (key: string): string => words.say(`data-rights.${key}`);
  return (
    <DataTable
      caption={say('requests')}
      rows={requests}
      rowKey={(row) => row.id}
      empty={empty}
      columns={[
        { key: 'reference', head: say('request.reference'), cell: (row) => <a href={`/requests/${row.id}`}>{row.reference}</a>, figures: true },
        { key: 'what', head: say('request.what'), cell: (row) => labelOf('request-kinds', row.what, language) },
        { key: 'by', head: say('request.asked_by'), cell: (row) => labelOf('request-askers', row.askedBy, language) },
        { key: 'state', head: say('request.state'), cell: (row) => labelOf('request-states', row.state, language) },
        {
          key: 'due',
          head: say('request.due'),
          figures: true,
          cell: (row) => (
            <>
              {sayInstant(row.dueAt as Instant, zone, language)} {row.overdue && <Chip tone="past">{say('request.overdue')}</Chip>}
            </>
          ),
        },
      ]}
    />
  );
};
