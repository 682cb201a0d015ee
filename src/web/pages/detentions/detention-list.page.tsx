import type { DetentionRowView } from '../../../detentions/public.js';
import { calledName, type IndividualRowView } from '../../../individuals/public.js';
import type { PageOf } from '../../../kernel/http/public.js';
import { regionLabel } from '../../../places/public.js';
import { labelOf } from '../../../vocabularies/public.js';
import { DataTable, EmptyState, FilterBar, Page, PageHead, Pager, SelectField, sortingOf, TextField, type Viewer } from '../../parts/public.js';
import { wordsFor, type Words } from '../../words/words.js';
import { optionsOf, regionOptions } from '../options.js';

interface DetentionListProps {
  readonly viewer: Viewer;
  readonly page: PageOf<DetentionRowView>;
  /** The people of this page's rows, as far as the viewer reaches them. */
  readonly people: ReadonlyMap<string, IndividualRowView>;
  readonly query: Readonly<Record<string, string>>;
  readonly dayOf: (instant: string | null) => string;
}

const path = '/detentions';

export const DetentionListPage = ({ viewer, page, people, query, dayOf }: DetentionListProps) => {
  const words = wordsFor(viewer.language);
  const { language } = viewer;
  const say = (key: string): string => words.say(`detentions.${key}`);
  const filter = (name: string, list: string) => (
    <SelectField name={name} label={say(name)} options={optionsOf(list, language)} empty={say('any')} />
  );
  return (
    <Page viewer={viewer} title={say('title')} current="detentions">
      <PageHead
        title={say('title')}
        actions={
          viewer.permissions.has('detention.record') && (
            <a class="btn p" href="/intake">
              {say('new')}
            </a>
          )
        }
      />
      <FilterBar path={path} query={query} keep={['sort', 'limit', 'incident', 'individual']}>
        {filter('kind', 'detention-kinds')}
        {filter('authority', 'authority-kinds')}
        {filter('outcome', 'outcomes')}
        <SelectField name="region" label={say('region')} options={regionOptions(language)} empty={say('any')} />
        <TextField name="from" label={say('from')} hint="2021-01-10" maxLength={10} />
        <TextField name="to" label={say('to')} hint="2021-01-10" maxLength={10} />
      </FilterBar>
      <DataTable
        caption={say('title')}
        rows={page.items}
        rowKey={(row) => row.id}
        sorting={sortingOf(path, query, query.sort ?? '-start')}
        columns={[
          {
            key: 'reference',
            head: say('reference'),
            sortBy: 'reference',
            figures: true,
            cell: (row) => <a href={`${path}/${row.id}`}>{row.reference}</a>,
          },
          { key: 'who', head: say('who'), cell: (row) => <bdi>{whoText(row, people, words)}</bdi> },
          { key: 'start', head: say('began'), sortBy: 'start', figures: true, cell: (row) => dayOf(row.startEarliest) },
          { key: 'kind', head: say('kind'), cell: (row) => labelOf('detention-kinds', row.kind, language) },
          { key: 'authority', head: say('authority'), cell: (row) => labelOf('authority-kinds', row.authorityKind, language) },
          { key: 'region', head: say('region'), cell: (row) => regionLabel(row.regionCode, language) },
          { key: 'outcome', head: say('outcome'), cell: (row) => labelOf('outcomes', row.outcome, language) },
        ]}
        empty={
          <EmptyState text={say('none')}>
            {viewer.permissions.has('detention.record') && (
              <a class="btn" href="/intake">
                {say('new')}
              </a>
            )}
          </EmptyState>
        }
      />
      <Pager path={path} query={query} next={page.next} previous={page.previous} />
    </Page>
  );
};

/** The person's name, or how many unnamed people the detention counts. */
export function whoText(
  row: Pick<DetentionRowView, 'individualId' | 'countedAtLeast' | 'countedAtMost'>,
  people: ReadonlyMap<string, IndividualRowView>,
  words: Words,
): string {
  const person = row.individualId ? people.get(row.individualId) : undefined;
  if (person) return calledName(person);
  const { countedAtLeast: least, countedAtMost: most } = row;
  if (most === null) return words.say('detentions.unnamed_at_least', { least });
  return least === most ? words.say('detentions.unnamed_exactly', { least }) : words.say('detentions.unnamed_between', { least, most });
}
