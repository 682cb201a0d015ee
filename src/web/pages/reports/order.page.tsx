import { fileFormats, type ReportFile } from '../../../reports/public.js';
import { sayInstant } from '../../../kernel/time/public.js';
import { CheckboxField, DataTable, EmptyState, FormPost, hrefWith, Page, PageHead, RadioGroup, SelectField, TextField, type Fault, type FormValues, type Option, type Viewer } from '../../parts/public.js';
import { wordsFor } from '../../words/words.js';
import { optionsOf } from '../options.js';

type Asked = Readonly<Record<string, string>>;

interface OrderProps {
  readonly viewer: Viewer;
  readonly report: string;
  readonly title: string;
  readonly query: Asked;
  readonly sections: readonly Option[];
  readonly values?: FormValues;
  readonly faults?: readonly Fault[];
}

const Parameters = ({ query }: { readonly query: Asked }) => (
  <>
    {Object.entries(query).map(([name, value]) => (
      <input key={name} type="hidden" name={name} value={value} />
    ))}
  </>
);

/** Asks as what and for what before a report leaves the house. */
export const ReportExportPage = ({ viewer, report, title, query, sections, values, faults }: OrderProps) => {
  const words = wordsFor(viewer.language);
  const say = (key: string): string => words.say(`reports.${key}`);
  const back = hrefWith(`/reports/${report}`, query, {});
  return (
    <Page viewer={viewer} title={say('export')} current="reports" breadcrumb={[{ href: '/reports', text: say('title') }, { href: back, text: title }]}>
      <PageHead title={say('export')} facts={title} />
      <FormPost action={`/reports/${report}/export`} values={values ?? { format: 'pdf' }} guard={false} {...(faults ? { faults } : {})}>
        <Parameters query={query} />
        <RadioGroup name="format" label={words.say('exports.format')} options={fileFormats.map((value) => ({ value, label: say(`format.${value}`), hint: say(`format.${value}.hint`) }))} />
        <SelectField name="section" label={say('format.section')} hint={say('format.section.hint')} options={sections} />
        <SelectField name="purpose" label={words.say('exports.purpose')} hint={words.say('exports.purpose.hint')} options={optionsOf('export-purposes', viewer.language)} required />
        <div class="row w">
          <button class="btn p">{say('export')}</button>
          <a class="btn" href={back}>
            {words.say('forms.cancel')}
          </a>
        </div>
      </FormPost>
    </Page>
  );
};

/** Keeps a report under a name, for oneself or the team, and if wanted has a file made of it again and again. */
export const SaveReportPage = ({ viewer, report, title, query, values, faults }: Omit<OrderProps, 'sections'>) => {
  const words = wordsFor(viewer.language);
  const say = (key: string): string => words.say(`reports.${key}`);
  const back = hrefWith(`/reports/${report}`, query, {});
  const often = ['day', 'week', 'month'].map((value) => ({ value, label: say(`every.${value}`) }));
  const formats = fileFormats.slice(0, 7).map((value) => ({ value, label: say(`format.${value}`) }));
  return (
    <Page viewer={viewer} title={say('saved.save')} current="reports" breadcrumb={[{ href: '/reports', text: say('title') }, { href: back, text: title }]}>
      <PageHead title={say('saved.save')} facts={title} />
      <FormPost action="/reports/saved/new" values={values ?? {}} {...(faults ? { faults } : {})}>
        <Parameters query={{ ...query, report }} />
        <TextField name="name" label={say('saved.name')} hint={say('saved.name.hint')} maxLength={120} required />
        <CheckboxField name="shared" label={say('saved.share')} hint={say('saved.share.hint')} wide />
        {viewer.permissions.has('report.export') && (
          <fieldset class="card form">
            <legend>{say('saved.schedule')}</legend>
            <SelectField name="every" label={say('saved.every')} hint={say('saved.every.hint')} options={often} empty={say('every.none')} />
            <SelectField name="format" label={words.say('exports.format')} options={formats} />
            <SelectField name="purpose" label={words.say('exports.purpose')} options={optionsOf('export-purposes', viewer.language)} />
          </fieldset>
        )}
        <div class="row w">
          <button class="btn p">{words.say('forms.save')}</button>
          <a class="btn" href={back}>
            {words.say('forms.cancel')}
          </a>
        </div>
      </FormPost>
    </Page>
  );
};

interface FilesProps {
  readonly viewer: Viewer;
  readonly files: readonly ReportFile[];
  readonly zone: string;
}

/** Files being made and waiting; only their owner sees them. */
export const ReportFilesPage = ({ viewer, files, zone }: FilesProps) => {
  const words = wordsFor(viewer.language);
  const say = (key: string): string => words.say(`reports.files.${key}`);
  const stateText = (file: ReportFile): string => {
    if (file.state === 'ready') {
      const ready = file.rows === null ? say('ready') : words.say('reports.files.ready_rows', { rows: file.rows });
      return file.leftOut ? `${ready}; ${words.say('reports.files.left_out', { count: file.leftOut })}` : ready;
    }
    return file.state === 'making' && file.done > 0 ? words.say('reports.files.done', { done: file.done }) : say(file.state);
  };
  return (
    <Page viewer={viewer} title={say('title')} current="reports" breadcrumb={[{ href: '/reports', text: words.say('reports.title') }]}>
      <PageHead
        title={say('title')}
        facts={say('lead')}
        actions={
          <a class="btn" href="/reports/files">
            {say('refresh')}
          </a>
        }
      />
      <DataTable
        caption={say('title')}
        rows={files}
        rowKey={(row) => row.id}
        columns={[
          { key: 'report', head: words.say('reports.saved.report'), cell: (row) => words.say(`reports.${row.report}.title`) },
          { key: 'format', head: words.say('exports.format'), cell: (row) => words.say(`reports.format.${row.format}`) },
          { key: 'asked', head: say('asked'), figures: true, cell: (row) => sayInstant(row.askedAt, zone, viewer.language) },
          { key: 'state', head: say('state'), cell: (row) => stateText(row) },
          {
            key: 'take',
            head: say('take'),
            cell: (row) =>
              row.state === 'ready' && (
                <a class="btn" href={`/reports/files/${row.id}`} download>
                  {say('take')}
                </a>
              ),
          },
        ]}
        empty={<EmptyState text={say('none')} />}
      />
    </Page>
  );
};
