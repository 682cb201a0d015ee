import { NOT_KNOWN, OTHERS, WHOLE, type ReportView } from '../../../reports/public.js';
import { DataTable, EmptyState, FilterBar, hrefWith, Page, PageHead, PictureFigure, SelectField, TextField, useWords, type Viewer } from '../../parts/public.js';
import { wordsFor } from '../../words/words.js';
import { optionsOf, regionOptions } from '../options.js';
import { saidReport, type SaidRow, type SaidSection } from './said-report.js';

export interface ReportPageProps {
  readonly viewer: Viewer;
  readonly report: ReportView;
  readonly query: Readonly<Record<string, string>>;
  readonly zone: string;
}

/** What makes a table of one's own; kept when filters change. */
const BUILD = ['subject', 'measure', 'rows', 'columns'];

/** One report: its filters stand in the address, every table has its picture, its denominators and the way to its records. */
export const ReportPage = ({ viewer, report, query, zone }: ReportPageProps) => {
  const words = wordsFor(viewer.language);
  const say = (key: string): string => words.say(`reports.${key}`);
  const said = saidReport(report, words, zone);
  const path = `/reports/${report.report}`;
  const dated = report.sections.some(({ subject }) => subject !== 'task' && subject !== 'case');
  return (
    <Page viewer={viewer} title={said.title} current="reports" breadcrumb={[{ href: '/reports', text: say('title') }]}>
      <PageHead
        title={said.title}
        facts={said.facts.map(({ label, value }) => `${label}: ${value}`).join(' · ')}
        actions={
          <>
            {viewer.permissions.has('report.export') && (
              <a class="btn p" href={hrefWith(`${path}/export`, query, {})}>
                {say('export')}
              </a>
            )}
            <a class="btn" href={hrefWith('/reports/saved/new', query, { report: report.report })}>
              {say('saved.save')}
            </a>
          </>
        }
      />
      {dated && (
        <FilterBar path={path} query={query} keep={BUILD}>
          <TextField name="from" label={say('from')} hint="2021-01-10" maxLength={10} />
          <TextField name="to" label={say('to')} hint="2021-01-31" maxLength={10} />
          <SelectField name="region" label={say('region')} options={regionOptions(viewer.language)} empty={words.say('lists.any')} />
          <SelectField name="authority" label={say('scope.authority')} options={optionsOf('authority-kinds', viewer.language)} empty={words.say('lists.any')} />
          <SelectField name="kind" label={say('scope.kind')} options={optionsOf('detention-kinds', viewer.language)} empty={words.say('lists.any')} />
          <SelectField name="outcome" label={say('scope.outcome')} options={optionsOf('outcomes', viewer.language)} empty={words.say('lists.any')} />
          <SelectField name="borders" label={say('borders')} hint={say('borders.hint')} options={[{ value: 'current', label: say('borders.current') }]} empty={say('borders.event')} />
          <SelectField name="compare" label={say('compare')} options={[{ value: 'before', label: say('compare.before') }]} empty="–" />
        </FilterBar>
      )}
      {said.sections.every(({ rows }) => rows.length === 0) && <EmptyState text={say('empty')} />}
      {said.sections.map((section, place) => (
        <Section key={section.id} section={section} id={`p${place}`} drill={`${path}/records`} query={query} />
      ))}
      <section class="card">
        <h2>{say('method')}</h2>
        {said.notes.map((note) => (
          <p key={note}>{note}</p>
        ))}
      </section>
    </Page>
  );
};

interface SectionProps {
  readonly section: SaidSection;
  readonly id: string;
  readonly drill: string;
  readonly query: Readonly<Record<string, string>>;
}

const Section = ({ section, id, drill, query }: SectionProps) => {
  const { title, heads, rows, total, notes, picture, columnKeys } = section;
  const href = (row: string, column: string | null): string =>
    hrefWith(drill, query, { section: section.id, row: addressed(row), column: column === null ? null : addressed(column), compare: null });
  const asked = columnKeys.some((key) => key !== null);
  const cellOf = (row: SaidRow, place: number) => {
    const { text = '', figure = null } = row.cells[place] ?? {};
    const column = columnKeys[place] ?? null;
    const byMember = heads.length > 2 || total !== null;
    const open = figure !== null && figure.records > 0 && row.key !== OTHERS && column !== OTHERS && byMember;
    return open ? <a href={href(row.key, asked ? column : null)}>{text}</a> : text;
  };
  return (
    <section class={total && rows.length > 0 ? 'figures sum' : 'figures'}>
      <h2>{title}</h2>
      {picture && rows.length > 0 && <PictureFigure id={id} picture={picture} />}
      <DataTable
        caption={title}
        rows={rows.length > 0 && total ? [...rows, { ...total, key: WHOLE }] : rows}
        rowKey={(row) => row.key}
        columns={heads.map((head, place) => ({ key: String(place), head, figures: place > 0, cell: (row: SaidRow) => (place === 0 ? row.cells[0]?.text : cellOf(row, place)) }))}
        empty={<EmptyState text={useWords().say('reports.empty_section')} />}
      />
      {rows.length > 0 && <p class="muted">{notes.join(' ')}</p>}
    </section>
  );
};

const addressed = (key: string): string | null => (key === WHOLE ? null : key === '' ? NOT_KNOWN : key);
