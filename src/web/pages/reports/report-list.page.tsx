import { reportPlans } from '../../../reports/public.js';
import type { SavedReportView } from '../../../reports/public.js';
import { Page, PageHead, type Viewer } from '../../parts/public.js';
import { wordsFor } from '../../words/words.js';
import { SavedTable } from './saved-table.js';

interface ReportListProps {
  readonly viewer: Viewer;
  readonly saved: readonly SavedReportView[];
  readonly names: ReadonlyMap<string, string>;
}

/** Reports that come with the product, those people have saved, and the way to one's own table. */
export const ReportListPage = ({ viewer, saved, names }: ReportListProps) => {
  const words = wordsFor(viewer.language);
  const say = (key: string): string => words.say(`reports.${key}`);
  return (
    <Page viewer={viewer} title={say('title')} current="reports">
      <PageHead
        title={say('title')}
        facts={say('lead')}
        actions={
          <>
            <a class="btn p" href="/reports/build">
              {say('build')}
            </a>
            {viewer.permissions.has('report.export') && (
              <a class="btn" href="/reports/files">
                {say('files.title')}
              </a>
            )}
          </>
        }
      />
      {saved.length > 0 && (
        <>
          <h2>{say('saved.title')}</h2>
          <SavedTable rows={saved} names={names} />
        </>
      )}
      <div class="cards">
        {reportPlans.map(({ id }) => (
          <section key={id} class="card">
            <h2>
              <a href={`/reports/${id}`}>{say(`${id}.title`)}</a>
            </h2>
            <p>{say(`${id}.lead`)}</p>
          </section>
        ))}
      </div>
    </Page>
  );
};
