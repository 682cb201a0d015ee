import type { ImportRun, Mapping } from '../../../intake/public.js';
import type { Fault, FormValues, Viewer } from '../../parts/public.js';
import { DataTable, EmptyState, FormPost, Page, PageHead, SelectField, TextField } from '../../parts/public.js';
import { wordsFor } from '../../words/words.js';

export interface ImportFormProps {
  readonly viewer: Viewer;
  readonly values: FormValues;
  readonly faults?: readonly Fault[];
  readonly mappings: readonly Mapping[];
  readonly runs: readonly ImportRun[];
  readonly names: ReadonlyMap<string, string>;
  readonly dayOf: (instant: string) => string;
}

/** Choosing a file. It is checked first; nothing is recorded until somebody has seen what would come of it. */
export const ImportFormPage = ({ viewer, values, faults, mappings, runs, names, dayOf }: ImportFormProps) => {
  const words = wordsFor(viewer.language);
  const say = (key: string): string => words.say(`import.${key}`);
  const options = mappings.map(({ name, title, what }) => ({ value: name, label: `${say(`what.${what}`)}: ${title}` }));
  return (
    <Page viewer={viewer} title={say('title')} current="import">
      <PageHead title={say('title')} facts={say('lead')} />
      <FormPost action="/import/check" values={values} multipart {...(faults ? { faults } : {})}>
        <TextField name="file" label={say('file')} hint={say('file.hint')} type="file" accept=".csv,.tsv,.txt,.xlsx" required wide />
        <SelectField name="mapping" label={say('mapping')} hint={say('mapping.hint')} options={options} wide />
        <TextField name="mappingFile" label={say('mapping_file')} hint={say('mapping_file.hint')} type="file" accept=".json" wide />
        <div class="row w">
          <button class="btn p">{say('check')}</button>
        </div>
      </FormPost>
      <h2>{say('runs')}</h2>
      <DataTable
        caption={say('runs')}
        rows={runs}
        rowKey={(run) => run.id}
        columns={[
          { key: 'at', head: say('at'), figures: true, cell: (run) => <a href={`/import/runs/${run.id}`}>{dayOf(run.startedAt)}</a> },
          { key: 'by', head: say('by'), cell: (run) => <bdi>{names.get(run.startedBy) ?? run.startedBy}</bdi> },
          { key: 'what', head: say('what'), cell: (run) => say(`what.${run.what}`) },
          { key: 'how', head: say('how'), cell: (run) => stateOf(run, say) },
          { key: 'rows', head: say('counts.rows'), figures: true, cell: (run) => run.rows },
          { key: 'added', head: say('counts.added'), figures: true, cell: (run) => run.added },
          { key: 'changed', head: say('counts.changed'), figures: true, cell: (run) => run.changed },
          { key: 'unchanged', head: say('counts.unchanged'), figures: true, cell: (run) => run.unchanged },
          { key: 'refused', head: say('counts.refused'), figures: true, cell: (run) => run.refused },
        ]}
        empty={<EmptyState text={say('no_runs')} />}
      />
    </Page>
  );
};

/** Checked only, taken in, or broken off on the way. */
export const stateOf = (run: Pick<ImportRun, 'dryRun' | 'finishedAt'>, say: (key: string) => string): string =>
  run.finishedAt === null ? say('state.broken_off') : say(run.dryRun ? 'state.checked' : 'state.taken');
