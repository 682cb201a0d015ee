import type { PageOf } from '../../../kernel/http/public.js';
import { organisationName, SORTED_BY_NAME, type OrganisationRowView } from '../../../organisations/public.js';
import { regionLabel } from '../../../places/public.js';
import { labelOf } from '../../../vocabularies/public.js';
import { Chip, DataTable, EmptyState, FilterBar, Page, PageHead, Pager, SelectField, sortingOf, type Viewer } from '../../parts/public.js';
import { wordsFor } from '../../words/words.js';
import { optionsOf, regionOptions } from '../options.js';

interface OrganisationListProps {
  readonly viewer: Viewer;
  readonly page: PageOf<OrganisationRowView> & { readonly sortedByName: boolean };
  readonly query: Readonly<Record<string, string>>;
}

const path = '/organisations';

export const OrganisationListPage = ({ viewer, page, query }: OrganisationListProps) => {
  const words = wordsFor(viewer.language);
  const { language } = viewer;
  const say = (key: string): string => words.say(`organisations.${key}`);
  const sort = query.sort ?? 'name';
  const add = viewer.permissions.has('organisation.record') && (
    <a class="btn p" href="/organisations/new">
      {say('new')}
    </a>
  );
  return (
    <Page viewer={viewer} title={say('title')} current="organisations">
      <PageHead title={say('title')} actions={add} />
      <FilterBar path={path} query={query} keep={['sort', 'limit']}>
        <SelectField name="kind" label={say('kind')} options={optionsOf('organisation-kinds', language)} empty={words.say('lists.any')} />
        <SelectField name="region" label={say('region')} options={regionOptions(language)} empty={words.say('lists.any')} />
        <SelectField
          name="partner"
          label={say('partner')}
          options={['yes', 'no'].map((value) => ({ value, label: words.say(`lists.${value}`) }))}
          empty={words.say('lists.any')}
        />
      </FilterBar>
      {sort === 'name' && !page.sortedByName && <p class="muted">{words.say('organisations.too_many', { limit: SORTED_BY_NAME })}</p>}
      <DataTable
        caption={say('title')}
        rows={page.items}
        rowKey={(row) => row.id}
        sorting={sortingOf(path, query, page.sortedByName || sort !== 'name' ? sort : 'reference')}
        columns={[
          {
            key: 'name',
            head: say('name'),
            cell: (row) => (
              <a href={`${path}/${row.id}`}>
                <bdi>{organisationName(row)}</bdi>
              </a>
            ),
          },
          { key: 'reference', head: say('reference'), cell: (row) => row.reference, figures: true, sortBy: 'reference' },
          { key: 'kind', head: say('kind'), cell: (row) => labelOf('organisation-kinds', row.kind, language) },
          { key: 'region', head: say('region'), cell: (row) => regionLabel(row.regionCode, language) },
          { key: 'partner', head: say('partner'), cell: (row) => row.partner && <Chip tone="met">{say('partner.chip')}</Chip> },
          { key: 'recorded', head: say('recorded'), cell: (row) => row.recordedAt.slice(0, 10), figures: true, sortBy: 'recorded' },
        ]}
        empty={<EmptyState text={words.say(filtered(query) ? 'lists.empty.filtered' : 'organisations.none')}>{add}</EmptyState>}
      />
      <Pager path={path} query={query} next={page.next} previous={page.previous} />
    </Page>
  );
};

const filtered = (query: Readonly<Record<string, string>>): boolean => Boolean(query.kind || query.region || query.partner);
