import type { CaseRowView, OfferedCaseView } from '../../../cases/public.js';
import type { PageOf } from '../../../kernel/http/public.js';
import { labelOf } from '../../../vocabularies/public.js';
import { DataTable, EmptyState, FilterBar, FormSecret, Page, PageHead, Pager, SelectField, Shown, sortingOf, type Viewer } from '../../parts/public.js';
import { wordsFor } from '../../words/words.js';
import { optionsOf } from '../options.js';

interface CaseListProps {
  readonly viewer: Viewer;
  readonly page: PageOf<CaseRowView>;
  readonly asked: readonly OfferedCaseView[];
  readonly names: ReadonlyMap<string, string>;
  readonly query: Readonly<Record<string, string>>;
}

export const CaseListPage = ({ viewer, page, asked, names, query }: CaseListProps) => {
  const words = wordsFor(viewer.language);
  const { language } = viewer;
  const say = (key: string): string => words.say(`cases.${key}`);
  return (
    <Page viewer={viewer} title={say('title')} current="cases">
      <PageHead
        title={say('title')}
        actions={
          <>
            {viewer.permissions.has('circle.use') && (
              <a class="btn" href="/circles">
                {words.say('circles.title')}
              </a>
            )}
            {viewer.permissions.has('case.record') && (
              <a class="btn p" href="/cases/new">
                {say('open')}
              </a>
            )}
          </>
        }
      />
      <HandOversAsked viewer={viewer} asked={asked} />
      <FilterBar path="/cases" query={query} keep={['sort', 'limit']}>
        <SelectField name="stage" label={say('stage')} options={optionsOf('case-stages', language)} empty={say('any')} />
        <SelectField name="outcome" label={say('outcome')} options={optionsOf('case-outcomes', language)} empty={say('any')} />
        <SelectField name="priority" label={say('priority')} options={optionsOf('priorities', language)} empty={say('any')} />
        <SelectField name="mine" label={say('lead')} options={[{ value: 'yes', label: say('mine') }]} empty={say('any')} />
      </FilterBar>
      <DataTable
        caption={say('title')}
        rows={page.items}
        rowKey={(row) => row.id}
        sorting={sortingOf('/cases', query, query.sort ?? '-recorded')}
        columns={[
          { key: 'reference', head: say('reference'), sortBy: 'reference', figures: true, cell: (row) => <a href={`/cases/${row.id}`}>{row.reference}</a> },
          { key: 'title', head: say('case_title'), cell: (row) => <Shown value={row.title} /> },
          { key: 'people', head: say('individuals'), figures: true, cell: (row) => row.individuals },
          { key: 'stage', head: say('stage'), cell: (row) => labelOf('case-stages', row.stage, language) },
          { key: 'outcome', head: say('outcome'), cell: (row) => labelOf('case-outcomes', row.outcome, language) },
          { key: 'priority', head: say('priority'), cell: (row) => labelOf('priorities', row.priority, language) },
          { key: 'lead', head: say('lead'), cell: (row) => names.get(row.leadId) ?? '' },
          { key: 'recorded', head: say('opened'), sortBy: 'recorded', figures: true, cell: (row) => row.recordedAt.slice(0, 10) },
        ]}
        empty={
          <EmptyState text={say('none')}>
            {viewer.permissions.has('case.record') && (
              <a class="btn" href="/cases/new">
                {say('open')}
              </a>
            )}
          </EmptyState>
        }
      />
      <Pager path="/cases" query={query} next={page.next} previous={page.previous} />
    </Page>
  );
};

/** Cases somebody asks the viewer to take over: reference and stage, no more, until they accept. */
export const HandOversAsked = ({ viewer, asked }: Pick<CaseListProps, 'viewer' | 'asked'>) => {
  const words = wordsFor(viewer.language);
  if (asked.length === 0) return null;
  return (
    <section class="card">
      <h2>{words.say('cases.asked')}</h2>
      {asked.map((one) => (
        <form key={one.id} method="post" action={`/cases/hand-overs/${one.id}`} class="row">
          <FormSecret />
          <span>
            {words.say('cases.asked_line', {
              reference: one.reference,
              stage: labelOf('case-stages', one.stage, viewer.language),
              who: one.fromName,
            })}
          </span>
          <button class="btn p" name="answer" value="accept">
            {words.say('cases.accept')}
          </button>
          <button class="btn" name="answer" value="decline">
            {words.say('cases.decline')}
          </button>
        </form>
      ))}
    </section>
  );
};
