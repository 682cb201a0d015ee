import { dueGroup, type DueEdges, type FollowUpView } from '../../../follow-ups/public.js';
import type { PageOf } from '../../../kernel/http/public.js';
import { EmptyState, FilterBar, Page, PageHead, Pager, SelectField, sortingOf, TextField, type Viewer } from '../../parts/public.js';
import { wordsFor } from '../../words/words.js';
import { optionsOf } from '../options.js';
import { FollowUpTable } from './follow-up-table.js';

interface FollowUpListProps {
  readonly viewer: Viewer;
  readonly page: PageOf<FollowUpView>;
  readonly names: ReadonlyMap<string, string>;
  readonly query: Readonly<Record<string, string>>;
  readonly edges: DueEdges;
}

const path = '/follow-ups';
const groups = ['overdue', 'today', 'week', 'later', 'undated', 'finished'] as const;

export const FollowUpListPage = ({ viewer, page, names, query, edges }: FollowUpListProps) => {
  const words = wordsFor(viewer.language);
  const say = (key: string): string => words.say(`follow-ups.${key}`);
  const sort = query.sort ?? 'due';
  const sorting = sortingOf(path, query, sort);
  const shown = groups.map((group) => ({ group, rows: page.items.filter((row) => dueGroup(row, edges) === group) })).filter(({ rows }) => rows.length > 0);
  return (
    <Page viewer={viewer} title={say('title')} current="follow-ups">
      <PageHead title={say('title')} facts={say('lead')} />
      <FilterBar path={path} query={query} keep={['sort', 'limit', 'case', 'individual', 'detention', 'incident']}>
        <SelectField name="owner" label={say('owner')} options={['mine', 'none'].map((value) => ({ value, label: say(`owner.${value}`) }))} empty={say('owner.all')} />
        <SelectField
          name="status"
          label={say('status')}
          options={[{ value: 'all', label: say('any') }, ...optionsOf('follow-up-statuses', viewer.language)]}
          empty={say('unfinished')}
        />
        <SelectField name="kind" label={say('kind')} options={optionsOf('follow-up-kinds', viewer.language)} empty={say('any')} />
        <SelectField name="overdue" label={say('overdue')} options={[{ value: 'yes', label: say('overdue.only') }]} empty={say('any')} />
        <TextField name="from" label={say('from')} hint="2021-01-10" maxLength={10} />
        <TextField name="to" label={say('to')} hint="2021-01-10" maxLength={10} />
      </FilterBar>
      {page.items.length === 0 && <EmptyState text={say('none')} />}
      {sort === 'due'
        ? shown.map(({ group, rows }) => (
            <section key={group}>
              <h2>{say(`group.${group}`)}</h2>
              <FollowUpTable viewer={viewer} rows={rows} names={names} caption={say(`group.${group}`)} sorting={sorting} />
            </section>
          ))
        : page.items.length > 0 && <FollowUpTable viewer={viewer} rows={page.items} names={names} sorting={sorting} />}
      <Pager path={path} query={query} next={page.next} previous={page.previous} />
    </Page>
  );
};
