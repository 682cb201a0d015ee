import { clockGroups, type ClockGroup, type ClockRowView } from '../../../clocks/public.js';
import type { IndividualRowView } from '../../../individuals/public.js';
import type { PageOf } from '../../../kernel/http/public.js';
import { sayInstant, type Instant } from '../../../kernel/time/public.js';
import { CheckboxField, Chip, DataTable, EmptyState, FilterBar, hrefWith, Page, PageHead, Pager, SelectField, type Viewer } from '../../parts/public.js';
import { wordsFor, type Words } from '../../words/words.js';
import { whoText } from '../detentions/detention-list.page.js';
import { ReviewChip } from './clock-cards.js';
import { toneOf } from './clock-text.js';

interface ClockBoardProps {
  readonly viewer: Viewer;
  /** One group with its pages, or the first rows of each. */
  readonly groups: readonly { readonly group: ClockGroup; readonly page: PageOf<ClockRowView> }[];
  readonly people: ReadonlyMap<string, IndividualRowView>;
  readonly query: Readonly<Record<string, string>>;
  readonly zone: string;
}

const path = '/clocks';

export const ClockBoardPage = ({ viewer, groups, people, query, zone }: ClockBoardProps) => {
  const words = wordsFor(viewer.language);
  const say = (key: string): string => words.say(`clocks.${key}`);
  return (
    <Page viewer={viewer} title={say('title')} current="clocks">
      <PageHead title={say('title')} facts={say('lead')} actions={<a class="btn" href="/rule-packs">{say('packs.title')}</a>} />
      <FilterBar path={path} query={query} keep={['sort', 'limit']}>
        <SelectField name="group" label={say('board.group')} options={clockGroups.map((value) => ({ value, label: say(`board.group.${value}`) }))} empty={say('board.group.all')} />
        <SelectField name="against" label={say('board.against')} options={(['authorities', 'us'] as const).map((value) => ({ value, label: say(`board.against.${value}`) }))} empty={words.say('lists.any')} />
        <CheckboxField name="sure" label={say('board.sure')} />
      </FilterBar>
      {groups.every(({ page }) => page.items.length === 0) && <EmptyState text={say('board.none')} />}
      {groups
        .filter(({ page }) => page.items.length > 0)
        .map(({ group, page }) => (
          <section key={group}>
            <h2>{query.group ? say(`board.group.${group}`) : <a href={hrefWith(path, { ...query, ...groupLink(group) })}>{say(`board.group.${group}`)}</a>}</h2>
            <ClockTable viewer={viewer} rows={page.items} people={people} zone={zone} />
            {query.group ? (
              <Pager path={path} query={query} next={page.next} previous={page.previous} />
            ) : (
              page.next && <p><a href={hrefWith(path, { ...query, ...groupLink(group) })}>{say('board.more')}</a></p>
            )}
          </section>
        ))}
    </Page>
  );
};

const groupLink = (group: ClockGroup) => ({ group, sort: sortOf(group) });

/** What is past is read backwards from now, what comes forwards. */
export const sortOf = (group: ClockGroup): 'due' | '-due' => (group === 'next' || group === 'later' || group === 'open' ? 'due' : '-due');

type ClockTableProps = Pick<ClockBoardProps, 'viewer' | 'people' | 'zone'> & { readonly rows: readonly ClockRowView[] };

export const ClockTable = ({ viewer, rows, people, zone }: ClockTableProps) => {
  const words = wordsFor(viewer.language);
  const say = (key: string): string => words.say(`clocks.${key}`);
  const at = (moment: string | null): string => (moment ? sayInstant(moment as Instant, zone, viewer.language) : words.say('lists.unknown'));
  return (
    <DataTable
      caption={say('title')}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        { key: 'who', head: say('board.who'), cell: (row) => <a href={`/detentions/${row.detentionId}`}>{whoOf(row, people, words)}</a> },
        { key: 'clock', head: say('board.clock'), cell: (row) => [row.label, ' ', <small class="muted">{`${row.pack}, ${row.article}`}</small>] },
        { key: 'earliest', head: say('board.earliest'), figures: true, cell: (row) => at(row.dueEarliest) },
        { key: 'latest', head: say('board.latest'), figures: true, cell: (row) => at(row.dueLatest) },
        {
          key: 'state',
          head: say('board.state'),
          cell: (row) => (
            <>
              <Chip tone={toneOf(row.state)}>{say(`state.${row.against}.${row.state}`)}</Chip> {row.conditional && <Chip>{say('board.conditional')}</Chip>}{' '}
              {row.review === 'needs_legal_review' && <ReviewChip clock={row} />}
            </>
          ),
        },
      ]}
      empty={<EmptyState text={say('board.none')} />}
    />
  );
};

const whoOf = (row: ClockRowView, people: ReadonlyMap<string, IndividualRowView>, words: Words): string => `${whoText(row, people, words)} (${row.reference})`;
