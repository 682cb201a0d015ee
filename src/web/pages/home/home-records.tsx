import type { CaseRowView } from '../../../cases/public.js';
import { sayInstant, type Instant } from '../../../kernel/time/public.js';
import { regionLabel } from '../../../places/public.js';
import { labelOf } from '../../../vocabularies/public.js';
import { DataTable, EmptyState, Shown, useWords, type Viewer } from '../../parts/public.js';
import { whoText } from '../detentions/detention-list.page.js';
import type { HomeFacts } from './home-facts.js';
import type { HomeProps } from './home.page.js';

export const CasesPart = ({ viewer: { language }, own }: { readonly viewer: Viewer; readonly own: readonly CaseRowView[] }) => {
  const words = useWords();
  return (
    <section>
      <h2>
        <a href="/cases?mine=yes">{words.say('home.cases')}</a>
      </h2>
      <DataTable
        caption={words.say('home.cases')}
        rows={own}
        rowKey={(row) => row.id}
        columns={[
          { key: 'reference', head: words.say('cases.reference'), figures: true, cell: (row) => <a href={`/cases/${row.id}`}>{row.reference}</a> },
          { key: 'title', head: words.say('cases.case_title'), cell: (row) => <Shown value={row.title} /> },
          { key: 'stage', head: words.say('cases.stage'), cell: (row) => labelOf('case-stages', row.stage, language) },
          { key: 'priority', head: words.say('cases.priority'), cell: (row) => labelOf('priorities', row.priority, language) },
        ]}
        empty={<EmptyState text={words.say('home.no_cases')} />}
      />
    </section>
  );
};

export const DetentionsPart = ({ viewer: { language, permissions }, detentions: { rows, people }, zone }: HomeProps & { readonly detentions: NonNullable<HomeFacts['detentions']> }) => {
  const words = useWords();
  return (
    <section>
      <h2>
        <a href="/detentions?sort=-recorded">{words.say('home.detentions')}</a>
      </h2>
      <DataTable
        caption={words.say('home.detentions')}
        rows={rows}
        rowKey={(row) => row.id}
        columns={[
          { key: 'reference', head: words.say('detentions.reference'), figures: true, cell: (row) => <a href={`/detentions/${row.id}`}>{row.reference}</a> },
          { key: 'who', head: words.say('detentions.who'), cell: (row) => <bdi>{whoText(row, people, words)}</bdi> },
          { key: 'region', head: words.say('detentions.region'), cell: (row) => regionLabel(row.regionCode, language) },
          { key: 'outcome', head: words.say('detentions.outcome'), cell: (row) => labelOf('outcomes', row.outcome, language) },
          { key: 'recorded', head: words.say('home.recorded'), figures: true, cell: (row) => sayInstant(row.recordedAt as Instant, zone, language) },
        ]}
        empty={
          <EmptyState text={words.say('home.no_detentions')}>
            {permissions.has('detention.record') && (
              <a class="btn" href="/intake">
                {words.say('shell.intake.new')}
              </a>
            )}
          </EmptyState>
        }
      />
    </section>
  );
};
