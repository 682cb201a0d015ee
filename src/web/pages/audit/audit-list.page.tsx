import { acts, kindsOfActs, type AuditEntryView, type AuditStateView, type ChainState } from '../../../audit/public.js';
import type { PageOf } from '../../../kernel/http/public.js';
import { sayInstant, type Instant } from '../../../kernel/time/public.js';
import {
  CheckboxField,
  Chip,
  DataTable,
  EmptyState,
  FilterBar,
  Page,
  PageHead,
  Pager,
  SelectField,
  TextField,
  type Option,
  type Viewer,
} from '../../parts/public.js';
import { wordsFor } from '../../words/words.js';
import { hrefOf } from '../history/kinds.js';
import { ChainBar } from './chain-bar.js';
import { actText, detailText, shortId } from './entry-text.js';

export interface AuditListProps {
  readonly viewer: Viewer;
  readonly page: PageOf<AuditEntryView>;
  readonly query: Readonly<Record<string, string>>;
  readonly state: AuditStateView;
  /** What a verification just asked for has found. */
  readonly found?: ChainState;
  /** Display names by staff id. */
  readonly names: ReadonlyMap<string, string>;
  readonly zone: string;
}

const path = '/audit';

export const AuditListPage = ({ viewer, page, query, state, found, names, zone }: AuditListProps) => {
  const words = wordsFor(viewer.language);
  const { language } = viewer;
  const say = (key: string): string => words.say(`audit.${key}`);
  const byLabel = (a: Option, b: Option): number => a.label.localeCompare(b.label, language);
  const actOptions = acts.map((act) => ({ value: act, label: actText(act, words) })).sort(byLabel);
  const kindOptions = kindsOfActs.map((kind) => ({ value: kind, label: words.say(`kinds.${kind}`) })).sort(byLabel);
  const staffOptions = [...names].map(([value, label]) => ({ value, label })).sort(byLabel);
  const any = words.say('lists.any');
  return (
    <Page viewer={viewer} title={say('title')} current="audit">
      <PageHead title={say('title')} facts={say('lead')} />
      <ChainBar state={state} zone={zone} names={names} {...(found ? { found } : {})} />
      <FilterBar path={path} query={query} keep={['limit']}>
        <SelectField name="actor" label={say('who')} options={staffOptions} empty={any} />
        <SelectField name="act" label={say('what')} options={actOptions} empty={any} />
        <SelectField name="kind" label={say('about')} options={kindOptions} empty={any} />
        <TextField name="record" label={say('record')} hint={say('record.hint')} maxLength={36} />
        <TextField name="from" label={say('from')} hint={say('day.hint')} maxLength={10} />
        <TextField name="to" label={say('to')} hint={say('day.hint')} maxLength={10} />
        <CheckboxField name="refused" label={say('refused.only')} />
      </FilterBar>
      <DataTable
        caption={say('title')}
        rows={page.items}
        rowKey={(row) => String(row.seq)}
        columns={[
          { key: 'seq', head: say('number'), cell: (row) => <a href={`/audit/entries/${row.seq}`}>{row.seq}</a>, figures: true },
          { key: 'at', head: say('when'), cell: (row) => <time dateTime={row.at}>{sayInstant(row.at as Instant, zone, language)}</time>, figures: true },
          {
            key: 'who',
            head: say('who'),
            cell: (row) => (
              <>
                <bdi>{names.get(row.actorId) ?? row.actorId}</bdi> <span class="muted">{words.say(`shell.role.${row.role}`)}</span>
              </>
            ),
          },
          {
            key: 'what',
            head: say('what'),
            cell: (row) => (
              <>
                {actText(row.act, words)} {!row.allowed && <Chip tone="past">{say('refused')}</Chip>}
              </>
            ),
          },
          { key: 'about', head: say('about'), cell: (row) => <About entry={row} viewer={viewer} /> },
          { key: 'detail', head: say('detail'), cell: (row) => detailText(row, words) },
        ]}
        empty={<EmptyState text={words.say('lists.empty.filtered')} />}
      />
      <Pager path={path} query={query} next={page.next} previous={page.previous} />
    </Page>
  );
};

/** Kind and number of the record, and everything else that was done to it; a way in only for who may go there. */
const About = ({ entry, viewer }: { readonly entry: AuditEntryView; readonly viewer: Viewer }) => {
  const words = wordsFor(viewer.language);
  const { kind, recordId } = entry;
  const href = hrefOf(kind, recordId, viewer.permissions);
  const text = `${words.say(`kinds.${kind}`)}${recordId ? ` …${shortId(recordId)}` : ''}`;
  return (
    <>
      {href ? <a href={href}>{text}</a> : text}{' '}
      {recordId && (
        <a class="noprint" href={`${path}?kind=${kind}&record=${recordId}`}>
          {words.say('audit.same_record')}
        </a>
      )}
    </>
  );
};
