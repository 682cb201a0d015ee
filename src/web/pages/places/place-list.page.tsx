import type { PageOf } from '../../../kernel/http/public.js';
import { placeName, regionLabel, type PlaceRowView } from '../../../places/public.js';
import { labelOf } from '../../../vocabularies/public.js';
import { DataTable, EmptyState, FilterBar, Page, PageHead, Pager, SelectField, sortingOf, TextField, type Viewer } from '../../parts/public.js';
import { wordsFor } from '../../words/words.js';
import { optionsOf, regionOptions } from '../options.js';

interface PlaceListProps {
  readonly viewer: Viewer;
  readonly page: PageOf<PlaceRowView>;
  readonly query: Readonly<Record<string, string>>;
}

const path = '/places';

export const PlaceListPage = ({ viewer, page, query }: PlaceListProps) => {
  const words = wordsFor(viewer.language);
  const { language } = viewer;
  const say = (key: string): string => words.say(`places.${key}`);
  const add = viewer.permissions.has('place.record') && (
    <a class="btn p" href="/places/new">
      {say('new')}
    </a>
  );
  return (
    <Page viewer={viewer} title={say('title')} current="places">
      <PageHead title={say('title')} facts={say('lead')} actions={add} />
      <FilterBar path={path} query={query} keep={['sort', 'limit']}>
        <TextField name="q" label={say('search')} maxLength={100} />
        <SelectField name="region" label={say('region')} options={regionOptions(language)} empty={words.say('lists.any')} />
        <SelectField name="kind" label={say('kind')} options={optionsOf('facility-kinds', language)} empty={words.say('lists.any')} />
      </FilterBar>
      <DataTable
        caption={say('title')}
        rows={page.items}
        rowKey={(row) => row.id}
        sorting={sortingOf(path, query, query.sort ?? 'name')}
        columns={[
          {
            key: 'name',
            head: say('name'),
            cell: (row) => (
              <a href={`${path}/${row.id}`}>
                <bdi>{placeName(row, language)}</bdi>
              </a>
            ),
            sortBy: 'name',
          },
          { key: 'kind', head: say('kind'), cell: (row) => labelOf('facility-kinds', row.kind, language) },
          { key: 'region', head: say('region'), cell: (row) => regionLabel(row.regionCode, language) },
          { key: 'zone', head: say('zone'), cell: (row) => row.zone },
          { key: 'closed', head: say('validTo'), cell: (row) => row.validTo ?? '', figures: true },
        ]}
        empty={<EmptyState text={words.say(query.q || query.region || query.kind ? 'lists.empty.filtered' : 'places.none')}>{add}</EmptyState>}
      />
      <Pager path={path} query={query} next={page.next} previous={page.previous} />
    </Page>
  );
};
