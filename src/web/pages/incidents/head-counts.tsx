import type { IncidentView } from '../../../incidents/public.js';
import { DataTable, EmptyState, type Viewer } from '../../parts/public.js';
import { wordsFor } from '../../words/words.js';
import { boundsText, unknownText } from './reported-text.js';

interface HeadCountsProps {
  readonly viewer: Viewer;
  readonly incident: IncidentView;
  /** People recorded by name or description; null when the viewer reads no detentions. */
  readonly known: number | null;
  readonly sourceLabels: ReadonlyMap<string, string>;
}

/** What each source counts, the bounds over them, and how many of these people are known. */
export const HeadCounts = ({ viewer, incident, known, sourceLabels }: HeadCountsProps) => {
  const words = wordsFor(viewer.language);
  const say = (key: string): string => words.say(`incidents.${key}`);
  const { reported, headCounts } = incident;
  const mayRecord = viewer.permissions.has('incident.record');
  return (
    <section>
      <h2>{say('counts')}</h2>
      {reported && (
        <dl class="facts">
          <div>
            <dt>{say('reported')}</dt>
            <dd>{boundsText(words, reported)}</dd>
          </div>
          {known !== null && (
            <>
              <div>
                <dt>{say('known')}</dt>
                <dd>{known}</dd>
              </div>
              <div>
                <dt>{say('unknown')}</dt>
                <dd>{unknownText(words, reported, known)}</dd>
              </div>
            </>
          )}
        </dl>
      )}
      <DataTable
        caption={say('counts')}
        rows={headCounts}
        rowKey={(row) => row.id}
        columns={[
          { key: 'source', head: say('source'), cell: (row) => <bdi>{row.sourceId ? (sourceLabels.get(row.sourceId) ?? say('source_unnamed')) : say('source_unnamed')}</bdi> },
          { key: 'count', head: say('people'), figures: true, cell: (row) => boundsText(words, row) },
          { key: 'said', head: say('as_said'), cell: (row) => <bdi>{row.asSaid ?? ''}</bdi> },
          { key: 'at', head: say('recorded'), figures: true, cell: (row) => row.recordedAt.slice(0, 10) },
          ...(mayRecord
            ? [{ key: 'edit', head: say('edit'), cell: (row: { id: string }) => <a href={`/incidents/${incident.id}/counts/${row.id}/edit`}>{say('edit')}</a> }]
            : []),
        ]}
        empty={<EmptyState text={say('no_counts')} />}
      />
      {mayRecord && (
        <p class="noprint">
          <a class="btn" href={`/incidents/${incident.id}/counts/new`}>
            {say('add_count')}
          </a>
        </p>
      )}
      {headCounts.length > 1 && <p class="muted">{say('not_added')}</p>}
    </section>
  );
};
