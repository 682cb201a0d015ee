import { Page, PageHead, type Viewer } from '../../parts/public.js';
import { wordsFor } from '../../words/words.js';

/** Reports to choose from; a new one is added here. */
const reports = ['reported-detentions'] as const;

export const ReportListPage = ({ viewer }: { readonly viewer: Viewer }) => {
  const words = wordsFor(viewer.language);
  const say = (key: string): string => words.say(`reports.${key}`);
  return (
    <Page viewer={viewer} title={say('title')} current="reports">
      <PageHead title={say('title')} facts={say('lead')} />
      {reports.map((report) => (
        <section key={report} class="card">
          <h2>
            <a href={`/reports/${report}`}>{say(`${report}.title`)}</a>
          </h2>
          <p>{say(`${report}.lead`)}</p>
        </section>
      ))}
    </Page>
  );
};
