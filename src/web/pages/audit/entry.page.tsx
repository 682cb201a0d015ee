import type { AuditEntryView } from '../../../audit/public.js';
import type { FieldClass } from '../../../kernel/record/public.js';
import { sayInstant, type Instant } from '../../../kernel/time/public.js';
import { DataTable, DefinitionList, Page, PageHead, type Viewer } from '../../parts/public.js';
import { wordsFor } from '../../words/words.js';
import { hrefOf } from '../history/kinds.js';
import { actText, detailText } from './entry-text.js';

/** A field that a change was about: what class it is of and what the entry vouches for on either side, never a value. */
export interface ChangedField {
  readonly field: string;
  readonly of: FieldClass | null;
  readonly before: string | null;
  readonly after: string | null;
}

interface EntryProps {
  readonly viewer: Viewer;
  readonly entry: AuditEntryView;
  readonly changed: readonly ChangedField[];
  /** false: what opened the entry is gone, because somebody was erased; its digests stay. */
  readonly opens: boolean;
  readonly who: string;
  readonly zone: string;
}

/** One entry of the log whole: which fields a change was about, and what it vouches for. */
export const EntryPage = ({ viewer, entry, changed, opens, who, zone }: EntryProps) => {
  const words = wordsFor(viewer.language);
  const say = (key: string): string => words.say(`audit.${key}`);
  const title = words.say('audit.entry.title', { number: entry.seq });
  const href = hrefOf(entry.kind, entry.recordId, viewer.permissions);
  const about = `${words.say(`kinds.${entry.kind}`)} ${entry.recordId ?? ''}`;
  const vouches = Object.keys(entry.commitments).length > 0;
  const digest = (text: string | null) => (text ? <code>{text.slice(0, 16)}…</code> : '–');
  return (
    <Page viewer={viewer} title={title} current="audit" breadcrumb={[{ href: '/audit', text: say('title') }]}>
      <PageHead title={title} facts={actText(entry.act, words)} />
      <DefinitionList
        facts={[
          { term: say('when'), value: <time dateTime={entry.at}>{sayInstant(entry.at as Instant, zone, viewer.language)}</time> },
          { term: say('who'), value: <bdi>{who}</bdi> },
          { term: say('about'), value: href ? <a href={href}>{about}</a> : about },
          { term: say('detail'), value: detailText(entry, words) || '–' },
          { term: say('entry.hash'), value: <code>{entry.hash}</code> },
        ]}
      />
      {vouches && (
        <section>
          <h2>{say('entry.vouches')}</h2>
          <p class="muted">{say(opens ? 'entry.lead' : 'entry.closed')}</p>
          {changed.length > 0 && (
            <DataTable
              caption={say('entry.vouches')}
              rows={changed}
              rowKey={(row) => row.field}
              columns={[
                { key: 'field', head: say('entry.field'), cell: (row) => (words.has(`fields.${row.field}`) ? words.say(`fields.${row.field}`) : row.field) },
                { key: 'class', head: say('entry.class'), cell: (row) => (row.of ? words.say(`lists.class.${row.of}`) : '–') },
                { key: 'before', head: say('entry.before'), cell: (row) => digest(row.before) },
                { key: 'after', head: say('entry.after'), cell: (row) => digest(row.after) },
              ]}
            />
          )}
          <DefinitionList
            facts={(['before', 'after', 'reason'] as const).map((name) => ({ term: say(`entry.${name}`), value: <code>{entry.commitments[name]}</code>, absent: !entry.commitments[name] }))}
          />
          <p>
            {say('entry.proof')} <code>{`habeas audit proof ${entry.seq}`}</code>
          </p>
        </section>
      )}
    </Page>
  );
};
