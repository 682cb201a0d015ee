import type { CircleView } from '../../../circles/public.js';
import { sayInstant, type Instant } from '../../../kernel/time/public.js';
import { DataTable, EmptyState, FormPost, FormSecret, Page, PageHead, SelectField, TextField, useWords, type Fault, type FormValues, type Option, type Viewer } from '../../parts/public.js';
import { wordsFor } from '../../words/words.js';

export interface CirclePageProps {
  readonly viewer: Viewer;
  readonly circle: CircleView;
  /** Colleagues who can be let in. */
  readonly outside: readonly Option[];
  readonly ownId: string;
  readonly zone: string;
  /** Which form the values and faults are of. */
  readonly form?: string;
  readonly values?: FormValues;
  readonly faults?: readonly Fault[];
}

const paths: Readonly<Record<string, string>> = {
  individual: '/individuals',
  detention: '/detentions',
  case: '/cases',
  incident: '/incidents',
  source: '/sources',
  organisation: '/organisations',
};

/** Who is in it, what lies in it, and whether it is under seal. */
export const CirclePage = (props: CirclePageProps) => {
  const { viewer, circle } = props;
  const words = wordsFor(viewer.language);
  const say = (key: string): string => words.say(`circles.${key}`);
  const since = circle.sealedSince ? sayInstant(circle.sealedSince as Instant, props.zone, viewer.language) : null;
  return (
    <Page viewer={viewer} title={say('circle')} current="cases" breadcrumb={[{ href: '/circles', text: say('title') }]}>
      <PageHead title={circle.name} facts={say(`kind.${circle.kind}`)} />
      {since && (
        <p class="banner warn" role="status">
          {words.say('circles.sealed_since', { at: since })}
        </p>
      )}
      {circle.caseId && (
        <p>
          <a href={`/cases/${circle.caseId}`}>{say('to_case')}</a>
        </p>
      )}
      <Members {...props} />
      <Records {...props} />
      {circle.leads && <Seal {...props} />}
    </Page>
  );
};

const stateOf = ({ form, values, faults }: CirclePageProps, name: string): { values: FormValues; faults: readonly Fault[] } =>
  form === name ? { values: values ?? {}, faults: faults ?? [] } : { values: {}, faults: [] };

const Members = (props: CirclePageProps) => {
  const { circle, ownId, zone, viewer, outside } = props;
  const words = useWords();
  const say = (key: string): string => words.say(`circles.${key}`);
  const open = circle.sealedSince === null && circle.caseId === null;
  return (
    <section class="card">
      <h2>{say('members')}</h2>
      {stateOf(props, 'leave').faults.map(({ code }) => (
        <p class="banner bad" role="alert" key={code}>
          {words.say(`problems.${code}`)}
        </p>
      ))}
      <DataTable
        caption={say('members')}
        rows={circle.members}
        rowKey={(row) => `${row.staffId} ${row.addedAt}`}
        columns={[
          { key: 'who', head: say('who'), cell: (row) => <bdi>{row.elsewhere ? words.say('circles.elsewhere', { name: row.name }) : row.name}</bdi> },
          { key: 'since', head: say('since'), cell: (row) => sayInstant(row.addedAt as Instant, zone, viewer.language), figures: true },
          { key: 'until', head: say('until'), cell: (row) => (row.until ? sayInstant(row.until as Instant, zone, viewer.language) : say('until.ended')), figures: true },
          ...(circle.caseId === null
            ? [
                {
                  key: 'out',
                  head: say('acts'),
                  cell: (row: CircleView['members'][number]) =>
                    (circle.leads || row.staffId === ownId) && (
                      <form method="post" action={`/circles/${circle.id}/members/${row.staffId}/remove`} class="inline">
                        <FormSecret />
                        <button class="btn" aria-label={words.say('circles.take_out_of', { name: row.name })}>
                          {say(row.staffId === ownId ? 'leave' : 'take_out')}
                        </button>
                      </form>
                    ),
                },
              ]
            : []),
        ]}
      />
      {open && circle.leads && (
        <FormPost action={`/circles/${circle.id}/members`} {...stateOf(props, 'members')}>
          <SelectField name="staffId" label={say('let_in')} options={outside} required />
          <TextField name="lastDay" label={say('last_day')} hint={say('last_day.hint')} maxLength={10} />
          <p class="w">
            <button class="btn">{say('let_in.do')}</button>
          </p>
        </FormPost>
      )}
    </section>
  );
};

const Records = (props: CirclePageProps) => {
  const { circle } = props;
  const words = useWords();
  const say = (key: string): string => words.say(`circles.${key}`);
  const takes = circle.leads && circle.caseId === null && circle.sealedSince === null;
  return (
    <section class="card">
      <h2>{say('records')}</h2>
      <DataTable
        caption={say('records')}
        rows={circle.records}
        rowKey={(row) => row.id}
        empty={<EmptyState text={say('records.none')} />}
        columns={[
          { key: 'what', head: say('record'), cell: (row) => <a href={`${paths[row.kind] ?? ''}/${row.id}`}>{row.reference}</a> },
          { key: 'kind', head: say('kind'), cell: (row) => words.say(`kinds.${row.kind}`) },
          ...(takes
            ? [
                {
                  key: 'out',
                  head: say('acts'),
                  cell: (row: CircleView['records'][number]) => (
                    <form method="post" action={`/circles/${circle.id}/records/${row.kind}/${row.id}/remove`} class="inline">
                      <FormSecret />
                      <button class="btn" aria-label={words.say('circles.let_go_of', { reference: row.reference })}>
                        {say('let_go')}
                      </button>
                    </form>
                  ),
                },
              ]
            : []),
        ]}
      />
      {circle.caseId === null && (
        <FormPost action={`/circles/${circle.id}/records`} {...stateOf(props, 'records')}>
          <TextField name="reference" label={say('put_in')} hint={say('put_in.hint')} maxLength={20} required />
          <p class="w">
            <button class="btn">{say('put_in.do')}</button>
          </p>
        </FormPost>
      )}
    </section>
  );
};

const Seal = ({ circle }: CirclePageProps) => {
  const words = useWords();
  const what = circle.sealedSince ? 'unseal' : 'seal';
  return (
    <section class="card">
      <h2>{words.say(`circles.${what}`)}</h2>
      <p>{words.say(`circles.${what}.lead`)}</p>
      <p>
        <a class="btn" href={`/circles/${circle.id}/seal`}>
          {words.say(`circles.${what}`)}
        </a>
      </p>
    </section>
  );
};

/** A page of its own: it is opened only after showing once more who one is. */
export const SealPage = ({ viewer, circle, values = {}, faults = [] }: Pick<CirclePageProps, 'viewer' | 'circle' | 'values' | 'faults'>) => {
  const words = wordsFor(viewer.language);
  const what = circle.sealedSince ? 'unseal' : 'seal';
  return (
    <Page viewer={viewer} title={words.say(`circles.${what}`)} current="cases" breadcrumb={[{ href: `/circles/${circle.id}`, text: circle.name }]}>
      <PageHead title={words.say(`circles.${what}`)} facts={words.say(`circles.${what}.lead`)} />
      <FormPost action={`/circles/${circle.id}/seal`} values={values} faults={faults}>
        <input type="hidden" name="what" value={what} />
        <TextField name="reason" label={words.say('circles.reason')} maxLength={500} wide required />
        <p class="w">
          <button class="btn p">{words.say('circles.seal.propose')}</button>
        </p>
      </FormPost>
    </Page>
  );
};
