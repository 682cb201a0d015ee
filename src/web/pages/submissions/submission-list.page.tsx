import type { PageOf } from '../../../kernel/http/public.js';
import { sayInstant, sayShort, type Instant } from '../../../kernel/time/public.js';
import { formOf, type SubmissionRowView } from '../../../submissions/public.js';
import { DataTable, EmptyState, FilterBar, Page, PageHead, Pager, SelectField, StatusChip, type Viewer } from '../../parts/public.js';
import { wordsFor } from '../../words/words.js';

interface SubmissionListProps {
  readonly viewer: Viewer;
  readonly page: PageOf<SubmissionRowView>;
  readonly query: Readonly<Record<string, string>>;
  readonly zone: string;
}

const tones: Readonly<Record<string, string>> = { draft: 'open', sent: 'waiting', answered: 'done' };

export const StateChip = ({ state, label }: { readonly state: string; readonly label: string }) => <StatusChip status={tones[state] ?? state} label={label} />;

export const SubmissionListPage = ({ viewer, page, query, zone }: SubmissionListProps) => {
  const words = wordsFor(viewer.language);
  const { language } = viewer;
  const say = (key: string): string => words.say(`submissions.${key}`);
  return (
    <Page viewer={viewer} title={say('title')} current="submissions">
      <PageHead title={say('title')} facts={say('lead')} />
      <FilterBar path="/submissions" query={query}>
        <SelectField name="state" label={say('state')} value={query.state ?? ''} options={['draft', 'sent', 'answered'].map((value) => ({ value, label: say(`state.${value}`) }))} empty={words.say('lists.any')} />
      </FilterBar>
      <DataTable
        caption={say('title')}
        rows={page.items}
        rowKey={(row) => row.id}
        columns={[
          { key: 'reference', head: say('reference'), figures: true, cell: (row) => <a href={`/submissions/${row.id}`}>{row.reference}</a> },
          { key: 'form', head: say('form'), cell: (row) => formOf(row.form)?.title[language] ?? row.form },
          { key: 'state', head: say('state'), cell: (row) => <StateChip state={row.state} label={say(`state.${row.state}`)} /> },
          { key: 'recorded', head: say('recorded'), figures: true, cell: (row) => sayInstant(row.recordedAt as Instant, zone, language) },
          { key: 'sent', head: say('sent'), figures: true, cell: (row) => (row.sent ? sayShort(row.sent, language) : '') },
        ]}
        empty={<EmptyState text={say('none')} />}
      />
      <Pager path="/submissions" query={query} next={page.next} previous={page.previous} />
    </Page>
  );
};
