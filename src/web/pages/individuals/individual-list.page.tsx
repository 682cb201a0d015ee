import type { PageOf } from '../../../kernel/http/public.js';
import { calledName, type IndividualRowView } from '../../../individuals/public.js';
import { regionLabel } from '../../../places/public.js';
import { labelOf } from '../../../vocabularies/public.js';
import {
  DataTable,
  EmptyState,
  FilterBar,
  FormPost,
  Page,
  PageHead,
  Pager,
  SelectField,
  TextField,
  Shown,
  sortingOf,
  type FormValues,
  type Viewer,
} from '../../parts/public.js';
import { wordsFor } from '../../words/words.js';
import { optionsOf, regionOptions } from '../options.js';

export interface IndividualListProps {
  readonly viewer: Viewer;
  readonly page: PageOf<IndividualRowView>;
  readonly query: Readonly<Record<string, string>>;
  /** The name that was searched for; it came in the body of a POST and never stands in the address. */
  readonly name?: string;
  readonly faults?: readonly { field: string; code: string }[];
}

const path = '/individuals';

export const IndividualListPage = ({ viewer, page, query, name, faults }: IndividualListProps) => {
  const words = wordsFor(viewer.language);
  const { language } = viewer;
  const values: FormValues = query;
  return (
    <Page viewer={viewer} title={words.say('individuals.title')} current="individuals">
      <PageHead
        title={words.say('individuals.title')}
        actions={
          <>
            {viewer.permissions.has('consent.read') && (
              <a class="btn" href="/consents">
                {words.say('consents.title')}
              </a>
            )}
            {viewer.permissions.has('individual.record') && (
              <a class="btn p" href="/individuals/new">
                {words.say('individuals.new')}
              </a>
            )}
          </>
        }
      />
      <FormPost action="/individuals/search" class="filters" values={{ name: name ?? '' }} {...(faults ? { faults } : {})}>
        <TextField name="name" label={words.say('individuals.search')} hint={words.say('individuals.search.hint')} />
        <div class="row">
          <button class="btn">{words.say('individuals.search.go')}</button>
          {name !== undefined && <a href={path}>{words.say('individuals.search.clear')}</a>}
        </div>
      </FormPost>
      {name === undefined && (
        <FilterBar path={path} query={values} keep={['sort', 'limit']}>
          <SelectField name="region" label={words.say('individuals.region')} options={regionOptions(language)} empty={words.say('individuals.any')} />
          <SelectField name="sex" label={words.say('individuals.sex')} options={optionsOf('sex', language)} empty={words.say('individuals.any')} />
          <SelectField
            name="role"
            label={words.say('individuals.role')}
            options={optionsOf('roles-of-person', language)}
            empty={words.say('individuals.any')}
          />
          <SelectField
            name="minor"
            label={words.say('individuals.minor')}
            options={[{ value: 'yes', label: words.say('individuals.minor.only') }]}
            empty={words.say('individuals.any')}
          />
        </FilterBar>
      )}
      <DataTable
        caption={words.say('individuals.title')}
        rows={page.items}
        rowKey={(row) => row.id}
        sorting={sortingOf(path, query, query.sort ?? '-recorded')}
        columns={[
          {
            key: 'name',
            head: words.say('individuals.name'),
            cell: (row) => (
              <a href={`${path}/${row.id}`}>
                <bdi>{calledName(row)}</bdi>
              </a>
            ),
          },
          { key: 'reference', head: words.say('individuals.reference'), cell: (row) => row.reference, figures: true, sortBy: 'reference' },
          {
            key: 'also',
            head: words.say('individuals.also'),
            cell: (row) => (Array.isArray(row.names) ? row.names.slice(1).map((one) => one.text).join(' · ') : <Shown value={row.names} />),
          },
          { key: 'sex', head: words.say('individuals.sex'), cell: (row) => labelOf('sex', row.sex, language) },
          { key: 'born', head: words.say('individuals.born'), cell: (row) => bornText(row.bornEarliest, row.bornLatest), figures: true },
          { key: 'region', head: words.say('individuals.region'), cell: (row) => regionLabel(row.regionCode, language) },
          {
            key: 'roles',
            head: words.say('individuals.role'),
            cell: (row) => row.roles.map((role) => labelOf('roles-of-person', role, language)).join(', '),
          },
          {
            key: 'recorded',
            head: words.say('individuals.recorded'),
            cell: (row) => row.recordedAt.slice(0, 10),
            figures: true,
            sortBy: 'recorded',
          },
        ]}
        empty={
          <EmptyState text={words.say(name === undefined ? 'individuals.none' : 'individuals.none_found')}>
            {viewer.permissions.has('individual.record') && (
              <a class="btn" href="/intake">
                {words.say('individuals.none.do')}
              </a>
            )}
          </EmptyState>
        }
      />
      {name === undefined && <Pager path={path} query={query} next={page.next} previous={page.previous} />}
    </Page>
  );
};

/** "1990", "1989–1990", or nothing. */
export const bornText = (earliest: number | null, latest: number | null): string =>
  earliest === null || latest === null ? '' : earliest === latest ? String(earliest) : `${earliest}–${latest}`;
