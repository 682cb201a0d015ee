import type { IncidentRowView } from '../../../incidents/public.js';
import type { PageOf } from '../../../kernel/http/public.js';
import { sayShort } from '../../../kernel/time/public.js';
import { regionLabel } from '../../../places/public.js';
import { labelOf } from '../../../vocabularies/public.js';
import { DataTable, EmptyState, FilterBar, Page, PageHead, Pager, SelectField, sortingOf, TextField, type Viewer } from '../../parts/public.js';
import { wordsFor } from '../../words/words.js';
import { optionsOf, regionOptions } from '../options.js';
import { boundsText } from './reported-text.js';

interface IncidentListProps {
  readonly viewer: Viewer;
  readonly page: PageOf<IncidentRowView>;
  readonly query: Readonly<Record<string, string>>;
}

const path = '/incidents';

export const IncidentListPage = ({ viewer, page, query }: IncidentListProps) => {
  const words = wordsFor(viewer.language);
  const { language } = viewer;
  const say = (key: string): string => words.say(`incidents.${key}`);
  const mayRecord = viewer.permissions.has('incident.record');
  const add = (
    <a class="btn p" href={`${path}/new`}>
      {say('new')}
    </a>
  );
  const yesNo = [
    { value: 'yes', label: words.say('lists.yes') },
    { value: 'no', label: words.say('lists.no') },
  ];
  return (
    <Page viewer={viewer} title={say('title')} current="incidents">
      <PageHead title={say('title')} facts={say('lead')} actions={mayRecord && add} />
      <FilterBar path={path} query={query} keep={['sort', 'limit']}>
        <SelectField name="kind" label={say('kind')} options={optionsOf('incident-kinds', language)} empty={words.say('lists.any')} />
        <SelectField name="region" label={say('region')} options={regionOptions(language)} empty={words.say('lists.any')} />
        <TextField name="from" label={say('from')} hint="2021-01-10" maxLength={10} />
        <TextField name="to" label={say('to')} hint="2021-01-10" maxLength={10} />
        <SelectField name="counted" label={say('counted')} options={yesNo} empty={words.say('lists.any')} />
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
          { key: 'start', head: say('began'), sortBy: 'start', cell: (row) => (row.start ? sayShort(row.start, language) : words.say('lists.unknown')) },
          { key: 'title', head: say('what'), cell: (row) => <bdi>{row.title}</bdi> },
          { key: 'kind', head: say('kind'), cell: (row) => labelOf('incident-kinds', row.kind, language) },
          { key: 'region', head: say('region'), cell: (row) => regionLabel(row.regionCode, language) },
          { key: 'reported', head: say('reported'), figures: true, cell: (row) => (row.reported ? boundsText(words, row.reported) : '') },
        ]}
        empty={<EmptyState text={say('none')}>{mayRecord && add}</EmptyState>}
      />
      <Pager path={path} query={query} next={page.next} previous={page.previous} />
    </Page>
  );
};
