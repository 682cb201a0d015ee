import type { Remark } from '../../../intake/public.js';
import { Chip, DataTable, FormPost, Page, PageHead, type Viewer } from '../../parts/public.js';
import { wordsFor } from '../../words/words.js';
import { ImportCounts } from './import-counts.js';
import type { KeptUpload } from './kept-uploads.js';

/** How many remarks a page shows; the list to download has them all. */
const SHOWN = 200;

/** What would come of a file, before anything is recorded. */
export const ImportCheckedPage = ({ viewer, upload }: { readonly viewer: Viewer; readonly upload: KeptUpload }) => {
  const words = wordsFor(viewer.language);
  const say = (key: string, params?: Record<string, string | number>): string => words.say(`import.${key}`, params);
  const { counts, remarks, nothingNew } = upload.checked;
  const errorsFirst = [...remarks].sort((a, b) => rank(a) - rank(b) || a.row - b.row);
  return (
    <Page viewer={viewer} title={say('checked.title')} current="import" breadcrumb={[{ href: '/import', text: say('title') }]}>
      <PageHead title={say('checked.title')} facts={upload.mapping.title} />
      <p class={`banner ${counts.refused > 0 ? 'warn' : 'ok'}`} role="status">
        {nothingNew ? say('checked.nothing_new') : counts.refused > 0 ? say('checked.some_refused', { refused: counts.refused }) : say('checked.good')}
      </p>
      <ImportCounts words={words} what={upload.checked.what} counts={counts} />
      {!nothingNew && (
        <FormPost action="/import/run" guard={false}>
          <input type="hidden" name="upload" value={upload.id} />
          <div class="row w">
            <button class="btn p">{say('run')}</button>
            <a class="btn" href="/import">
              {say('other_file')}
            </a>
          </div>
          <p class="muted w">{say('run.hint')}</p>
        </FormPost>
      )}
      {remarks.length > 0 && (
        <section>
          <h2>{say('remarks')}</h2>
          <ul>
            {summaryOf(remarks).map(([key, count, remark]) => (
              <li key={key}>
                {count} × {upload.checked.sentence({ ...remark, code: `${remark.code}.all` }, sayAny(words))}
              </li>
            ))}
          </ul>
          <p>
            <a class="btn" href={`/import/checked/${upload.id}/remarks.csv`}>
              {say('download')}
            </a>{' '}
            <span class="muted">{say('download.hint')}</span>
          </p>
          <DataTable
            caption={say('remarks')}
            rows={errorsFirst.slice(0, SHOWN)}
            rowKey={(remark) => `${remark.row} ${remark.code} ${remark.column ?? ''} ${String(remark.params?.value ?? '')}`}
            columns={[
              { key: 'row', head: say('row'), figures: true, cell: (remark) => remark.row },
              { key: 'level', head: say('level'), cell: (remark) => <Chip tone={remark.level === 'error' ? 'past' : 'may'}>{say(`level.${remark.level}`)}</Chip> },
              { key: 'what', head: say('remark'), cell: (remark) => <bdi>{upload.checked.sentence(remark, sayAny(words))}</bdi> },
            ]}
          />
          {remarks.length > SHOWN && <p class="muted">{say('more_remarks', { more: remarks.length - SHOWN })}</p>}
        </section>
      )}
    </Page>
  );
};

const rank = (remark: Remark): number => (remark.level === 'error' ? 0 : 1);

/** The sentence for many rows (`….all`) where there is one, else the one for a single row. */
const sayAny =
  (words: ReturnType<typeof wordsFor>) =>
  (key: string, params?: Readonly<Record<string, string | number>>): string =>
    words.say(words.has(key) ? key : key.replace(/\.all$/, ''), params);

/** How often each remark stands in the file, the errors first. */
function summaryOf(remarks: readonly Remark[]): [key: string, count: number, remark: Remark][] {
  const counts = new Map<string, [number, Remark]>();
  for (const remark of remarks) {
    const key = `${remark.code} ${remark.column ?? ''}`;
    counts.set(key, [(counts.get(key)?.[0] ?? 0) + 1, remark]);
  }
  return [...counts].map(([key, [count, remark]]): [string, number, Remark] => [key, count, remark]).sort((a, b) => rank(a[2]) - rank(b[2]) || b[1] - a[1]);
}
