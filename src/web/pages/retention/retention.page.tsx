import type { ErasureView } from '../../../erasure/public.js';
import { sayInstant, type Instant } from '../../../kernel/time/public.js';
import { retentionSet, type PastItsTimePageView, type RetentionClass } from '../../../retention/public.js';
import { labelOf } from '../../../vocabularies/public.js';
import { Chip, DataTable, EmptyState, FormPost, Page, PageHead, TextAreaField, type Fault, type FormValues, type Viewer } from '../../parts/public.js';
import { wordsFor } from '../../words/words.js';

interface RetentionProps {
  readonly viewer: Viewer;
  /** null: not for this viewer. */
  readonly erased: readonly ErasureView[] | null;
  readonly names: ReadonlyMap<string, string>;
  readonly zone: string;
}

/** How long what is kept, and what was erased. */
export const RetentionPage = ({ viewer, erased, names, zone }: RetentionProps) => {
  const words = wordsFor(viewer.language);
  const say = (key: string): string => words.say(`retention.${key}`);
  return (
    <Page viewer={viewer} title={say('title')} current="requests" breadcrumb={[{ href: '/requests', text: words.say('data-rights.requests') }]}>
      <PageHead title={say('title')} facts={say('lead')} />
      <p class="banner warn">{say('review')}</p>
      <DataTable
        caption={say('title')}
        rows={retentionSet.classes}
        rowKey={(row) => row.id}
        columns={[
          { key: 'class', head: say('class'), cell: (row) => (row.proposes === 'erasure' ? <a href={`/retention/${row.id}`}>{row[viewer.language]}</a> : row[viewer.language]) },
          { key: 'period', head: say('period'), cell: (row) => periodText(row, say('no_end'), words) },
          { key: 'then', head: say('then'), cell: (row) => say(`then.${row.proposes}`) },
          { key: 'ground', head: say('ground'), cell: (row) => row.ground[viewer.language] },
        ]}
      />
      {erased && (
        <>
          <h2>{say('erased')}</h2>
          <DataTable
            caption={say('erased')}
            rows={erased}
            rowKey={(row) => row.recordId}
            empty={<EmptyState text={say('erased.none')} />}
            columns={[
              { key: 'reference', head: say('number'), cell: (row) => <a href={`/${row.kind}s/${row.recordId}`}>{row.reference}</a>, figures: true },
              { key: 'ground', head: say('ground'), cell: (row) => labelOf('erasure-grounds', row.ground, viewer.language) },
              { key: 'at', head: say('when'), cell: (row) => sayInstant(row.erasedAt as Instant, zone, viewer.language), figures: true },
              { key: 'by', head: say('by'), cell: (row) => [row.erasedBy, row.approvedBy].map((id) => names.get(id) ?? '').join(', ') },
            ]}
          />
        </>
      )}
    </Page>
  );
};

function periodText({ period }: RetentionClass, none: string, words: ReturnType<typeof wordsFor>): string {
  const match = period ? /^P(\d+)([YD])$/.exec(period) : null;
  if (!match) return none;
  return words.say(match[2] === 'Y' ? 'retention.years' : 'retention.days', { count: Number(match[1]) });
}

interface PastProps {
  readonly viewer: Viewer;
  readonly of: RetentionClass;
  readonly page: PastItsTimePageView;
  readonly zone: string;
  readonly values: FormValues;
  readonly faults: readonly Fault[];
}

/** People of one class whose time is over: looked through, ticked, proposed. */
export const PastItsTimePage = ({ viewer, of, page, zone, values, faults }: PastProps) => {
  const words = wordsFor(viewer.language);
  const say = (key: string): string => words.say(`retention.${key}`);
  const at = (moment: string): string => sayInstant(moment as Instant, zone, viewer.language);
  return (
    <Page viewer={viewer} title={of[viewer.language]} current="requests" breadcrumb={[{ href: '/retention', text: say('title') }]}>
      <PageHead title={of[viewer.language]} facts={of.ground[viewer.language]} />
      <p>{say('past.lead')}</p>
      <FormPost action={`/retention/${of.id}/propose`} values={values} faults={faults}>
        <div class="w">
          <DataTable
            caption={say('past')}
            rows={page.items}
            rowKey={(row) => row.id}
            empty={<EmptyState text={say('past.none')} />}
            columns={[
              {
                key: 'pick',
                head: say('pick'),
                cell: (row) =>
                  row.held ? (
                    <Chip tone="may">{say('held')}</Chip>
                  ) : (
                    <label class="check">
                      <input type="checkbox" name="individualIds" value={row.id} />
                      {row.reference}
                    </label>
                  ),
              },
              { key: 'open', head: say('number'), cell: (row) => <a href={`/individuals/${row.id}`}>{row.reference}</a>, figures: true },
              { key: 'recorded', head: say('recorded'), cell: (row) => at(row.recordedAt), figures: true },
              { key: 'touched', head: say('touched'), cell: (row) => at(row.changedAt), figures: true },
            ]}
          />
        </div>
        {page.items.some(({ held }) => !held) && (
          <>
            <p class="w">{words.say('data-rights.erase.goes')}</p>
            <p class="w">{words.say('data-rights.erase.stays')}</p>
            <TextAreaField name="reason" label={words.say('data-rights.reason')} rows={2} maxLength={500} required />
            <p class="w">
              <button class="btn p">{say('propose')}</button>
            </p>
          </>
        )}
      </FormPost>
      {page.next && (
        <p>
          <a class="btn" href={`/retention/${of.id}?after=${page.next}`}>
            {say('more')}
          </a>
        </p>
      )}
    </Page>
  );
};
