import { regionLabel } from '../../../places/public.js';
import type { ReportedDetentionsView, ReportedFigures } from '../../../reports/public.js';
import { BarChart, DataTable, EmptyState, FilterBar, hrefWith, Page, PageHead, SelectField, TextField, type Column, type Viewer } from '../../parts/public.js';
import { wordsFor } from '../../words/words.js';
import { regionOptions } from '../options.js';
import { barOf, figuresText, monthText } from './figures-text.js';
import { MonthByRegion } from './month-by-region.js';

interface ReportedDetentionsProps {
  readonly viewer: Viewer;
  readonly report: ReportedDetentionsView;
  readonly query: Readonly<Record<string, string>>;
}

const path = '/reports/reported-detentions';

/** Bars of a chart; the table beside it has every row. */
const MOST_BARS = 15;

export const ReportedDetentionsPage = ({ viewer, report, query }: ReportedDetentionsProps) => {
  const words = wordsFor(viewer.language);
  const { language } = viewer;
  const say = (key: string): string => words.say(`reports.${key}`);
  const { total, months, regions } = report;
  const title = say('reported-detentions.title');
  const regionText = (code: string | null): string => (code === null ? say('region_unknown') : regionLabel(code, language));
  const series = [say('at_least'), say('possibly_more')];
  return (
    <Page viewer={viewer} title={title} current="reports" breadcrumb={[{ href: '/reports', text: say('title') }]}>
      <PageHead
        title={title}
        facts={words.say('reports.total_line', { people: figuresText(words, total), incidents: total.incidents, counted: total.counted })}
        actions={
          viewer.permissions.has('report.export') && (
            <a class="btn" href={hrefWith(`/api/v1${path}.csv`, query, {})} download>
              {say('csv')}
            </a>
          )
        }
      />
      <FilterBar path={path} query={query}>
        <TextField name="from" label={say('from')} hint="2018-01-01" maxLength={10} />
        <TextField name="to" label={say('to')} hint="2018-12-31" maxLength={10} />
        <SelectField name="region" label={say('region')} options={regionOptions(language)} empty={words.say('lists.any')} />
      </FilterBar>
      {total.incidents === 0 ? (
        <EmptyState text={say('none')}>
          {viewer.permissions.has('import.run') && (
            <a class="btn" href="/import">
              {words.say('import.title')}
            </a>
          )}
        </EmptyState>
      ) : (
        <>
          <h2>{say('by_month')}</h2>
          <BarChart id="months" title={say('by_month')} series={series} bars={months.map((row) => barOf(words, monthText(words, row.month), row))} />
          <DataTable
            caption={say('by_month')}
            rows={months}
            rowKey={(row) => row.month ?? ''}
            columns={[{ key: 'month', head: say('month'), cell: (row) => monthText(words, row.month) }, ...figureColumns(words)]}
          />
          <h2>{say('by_region')}</h2>
          <BarChart
            id="regions"
            title={say('by_region')}
            direction="horizontal"
            series={series}
            bars={regions.slice(0, MOST_BARS).map((row) => barOf(words, regionText(row.regionCode), row))}
          />
          <DataTable
            caption={say('by_region')}
            rows={regions}
            rowKey={(row) => row.regionCode ?? ''}
            columns={[{ key: 'region', head: say('region'), cell: (row) => regionText(row.regionCode) }, ...figureColumns(words)]}
          />
          <h2>{say('month_by_region')}</h2>
          <MonthByRegion report={report} regionText={regionText} />
        </>
      )}
      <section class="card">
        <h2>{say('method')}</h2>
        <p>{words.say('reports.method_text', { method: report.method })}</p>
      </section>
    </Page>
  );
};

function figureColumns<Row extends ReportedFigures>(words: ReturnType<typeof wordsFor>): Column<Row>[] {
  const say = (key: string): string => words.say(`reports.${key}`);
  return [
    { key: 'people', head: say('people'), figures: true, cell: (row) => figuresText(words, row) },
    { key: 'incidents', head: say('incidents'), figures: true, cell: (row) => row.incidents },
    { key: 'uncounted', head: say('uncounted'), figures: true, cell: (row) => row.incidents - row.counted },
  ];
}
