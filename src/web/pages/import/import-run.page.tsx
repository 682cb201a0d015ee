import type { ImportRun, TakenBackView } from '../../../intake/public.js';
import { DataTable, Page, PageHead, type Viewer } from '../../parts/public.js';
import { wordsFor } from '../../words/words.js';
import { ImportCounts } from './import-counts.js';
import { TakenBack } from './taken-back.js';
import { stateOf } from './import-form.page.js';

interface ImportRunProps {
  readonly viewer: Viewer;
  readonly run: ImportRun;
  readonly by: string;
  readonly when: string;
  /** Of consents that were taken in. */
  readonly takenBack: TakenBackView | null;
}

/** The receipt of an import: counts and what was odd, without anything the file said. */
export const ImportRunPage = ({ viewer, run, by, when, takenBack }: ImportRunProps) => {
  const words = wordsFor(viewer.language);
  const say = (key: string): string => words.say(`import.${key}`);
  const nothing = run.finishedAt !== null && run.added === 0 && run.changed === 0;
  return (
    <Page viewer={viewer} title={say('receipt')} current="import" breadcrumb={[{ href: '/import', text: say('title') }]}>
      <PageHead title={say('receipt')} facts={`${say(`what.${run.what}`)} · ${stateOf(run, say)} · ${when} · ${by}`} />
      {nothing && (
        <p class="banner ok" role="status">
          {say('checked.nothing_new')}
        </p>
      )}
      <ImportCounts words={words} what={run.what} counts={run} />
      <p>
        {run.what === 'incidents' ? <a href="/incidents">{words.say('incidents.title')}</a> : <a href="/individuals">{words.say('individuals.title')}</a>}
        {run.what === 'incidents' && viewer.permissions.has('report.read') && (
          <>
            {' · '}
            <a href="/reports">{words.say('shell.nav.reports')}</a>
          </>
        )}
      </p>
      {run.remarks.length > 0 && (
        <>
          <h2>{say('remarks')}</h2>
          <DataTable
            caption={say('remarks')}
            rows={summed(run.remarks)}
            rowKey={(one) => `${one.code} ${one.field ?? ''}`}
            columns={[
              { key: 'what', head: say('remark'), cell: (one) => remarkText(words, one.code, one.field) },
              { key: 'count', head: say('counts.rows'), figures: true, cell: (one) => one.rows.length },
              { key: 'rows', head: say('rows'), cell: (one) => rowsText(one.rows) },
            ]}
          />
        </>
      )}
      {takenBack && <TakenBack runId={run.id} takenBack={takenBack} may={viewer.permissions.has('consent.record')} />}
      <p class="muted">
        {say('digest')} <code>{run.fileDigest}</code>
      </p>
    </Page>
  );
};

interface Summed {
  readonly code: string;
  readonly field: string | null;
  readonly rows: number[];
}

function summed(remarks: ImportRun['remarks']): Summed[] {
  const all = new Map<string, Summed>();
  for (const { code, field, row } of remarks) {
    const key = `${code} ${field ?? ''}`;
    const one = all.get(key) ?? { code, field, rows: [] };
    one.rows.push(row);
    all.set(key, one);
  }
  return [...all.values()].sort((a, b) => b.rows.length - a.rows.length);
}

function remarkText(words: ReturnType<typeof wordsFor>, code: string, field: string | null): string {
  const text = words.say(words.has(`import.remark.${code}.all`) ? `import.remark.${code}.all` : `import.remark.${code}`);
  return field ? `${field}: ${text}` : text;
}

/** The first rows by number; all of them are in the list that can be downloaded after a check. */
const rowsText = (rows: readonly number[]): string => (rows.length > 12 ? `${rows.slice(0, 12).join(', ')} …` : rows.join(', '));
