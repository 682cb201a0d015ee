import type { PageOf } from '../../../kernel/http/public.js';
import { sourceName, type SourceRowView } from '../../../sources/public.js';
import { labelOf } from '../../../vocabularies/public.js';
import { Chip, DataTable, EmptyState, FilterBar, Page, PageHead, Pager, SelectField, sortingOf, type Viewer } from '../../parts/public.js';
import { wordsFor } from '../../words/words.js';
import { optionsOf } from '../options.js';

interface SourceListProps {
  readonly viewer: Viewer;
  readonly page: PageOf<SourceRowView>;
  readonly query: Readonly<Record<string, string>>;
}

const path = '/sources';

export const SourceListPage = ({ viewer, page, query }: SourceListProps) => {
  const words = wordsFor(viewer.language);
  const { language } = viewer;
  const say = (key: string): string => words.say(`sources.${key}`);
  const mayRecord = viewer.permissions.has('source.record');
  const add = mayRecord && (
    <a class="btn p" href="/sources/new">
      {say('new')}
    </a>
  );
  return (
    <Page viewer={viewer} title={say('title')} current="sources">
      <PageHead title={say('title')} facts={say('lead')} actions={add} />
      <FilterBar path={path} query={query} keep={['sort', 'limit']}>
        <SelectField name="kind" label={say('kind')} options={optionsOf('source-kinds', language)} empty={words.say('lists.any')} />
        <SelectField name="reliability" label={say('reliability')} options={optionsOf('reliability', language)} empty={words.say('lists.any')} />
        <SelectField
          name="protected"
          label={say('protected')}
          options={['yes', 'no'].map((value) => ({ value, label: words.say(`lists.${value}`) }))}
          empty={words.say('lists.any')}
        />
      </FilterBar>
      <DataTable
        caption={say('title')}
        rows={page.items}
        rowKey={(row) => row.id}
        sorting={sortingOf(path, query, query.sort ?? '-recorded')}
        columns={[
          {
            key: 'label',
            head: say('label'),
            cell: (row) => (
              <a href={`${path}/${row.id}`}>
                <bdi>{sourceName(row)}</bdi>
              </a>
            ),
          },
          { key: 'reference', head: say('reference'), cell: (row) => row.reference, figures: true, sortBy: 'reference' },
          { key: 'kind', head: say('kind'), cell: (row) => labelOf('source-kinds', row.kind, language) },
          { key: 'reliability', head: say('reliability'), cell: (row) => labelOf('reliability', row.reliability, language) },
          { key: 'protected', head: say('protected'), cell: (row) => row.protected && <Chip tone="may">{say('protected.chip')}</Chip> },
          { key: 'recorded', head: say('recorded'), cell: (row) => row.recordedAt.slice(0, 10), figures: true, sortBy: 'recorded' },
        ]}
        empty={<EmptyState text={words.say(filtered(query) ? 'lists.empty.filtered' : 'sources.none')}>{add}</EmptyState>}
      />
      <Pager path={path} query={query} next={page.next} previous={page.previous} />
    </Page>
  );
};

const filtered = (query: Readonly<Record<string, string>>): boolean => Boolean(query.kind || query.reliability || query.protected);
