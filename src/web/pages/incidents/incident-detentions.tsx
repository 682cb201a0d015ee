import { labelOf } from '../../../vocabularies/public.js';
import { DataTable, EmptyState, type Viewer } from '../../parts/public.js';
import { wordsFor } from '../../words/words.js';
import { whoText } from '../detentions/detention-list.page.js';
import type { PeopleOfIncident } from './people-of-incident.js';

interface IncidentDetentionsProps {
  readonly viewer: Viewer;
  readonly incidentId: string;
  readonly people: PeopleOfIncident;
}

/** The detentions recorded of an incident, the first of them. */
export const IncidentDetentions = ({ viewer, incidentId, people }: IncidentDetentionsProps) => {
  const words = wordsFor(viewer.language);
  const { language } = viewer;
  const say = (key: string): string => words.say(`incidents.${key}`);
  return (
    <section>
      <h2>{say('detentions')}</h2>
      <DataTable
        caption={say('detentions')}
        rows={people.detentions}
        rowKey={(row) => row.id}
        columns={[
          { key: 'reference', head: say('reference'), figures: true, cell: (row) => <a href={`/detentions/${row.id}`}>{row.reference}</a> },
          { key: 'who', head: words.say('detentions.who'), cell: (row) => <bdi>{whoText(row, people.people, words)}</bdi> },
          { key: 'kind', head: say('kind'), cell: (row) => labelOf('detention-kinds', row.kind, language) },
          { key: 'outcome', head: words.say('detentions.outcome'), cell: (row) => labelOf('outcomes', row.outcome, language) },
        ]}
        empty={<EmptyState text={say('no_detentions')} />}
      />
      {people.more && (
        <p>
          <a href={`/detentions?incident=${incidentId}`}>{say('all_detentions')}</a>
        </p>
      )}
    </section>
  );
};
