import type { ScopeStandingView } from '../../../consents/public.js';
import type { DetentionView } from '../../../detentions/public.js';
import { calledName, type IndividualView } from '../../../individuals/public.js';
import { sayShort, type Instant } from '../../../kernel/time/public.js';
import { organisationName, type AffiliationView, type OrganisationRowView } from '../../../organisations/public.js';
import { regionLabel } from '../../../places/public.js';
import { labelOf } from '../../../vocabularies/public.js';
import { Chip, DataTable, DefinitionList, EmptyState, Page, PageHead, Reveal, Shown, StatusChip, type Viewer } from '../../parts/public.js';
import { wordsFor } from '../../words/words.js';
import { ConsentCard } from '../consents/standing.js';
import { heldText } from '../detentions/custody-rows.js';
import { EvidenceLink } from '../evidence/evidence-link.js';
import { FollowUpLinks } from '../follow-ups/follow-up-links.js';
import { AsKnown } from '../as-known.js';
import { ErasedBanner } from '../data-rights/marks.js';
import { bornText } from './individual-list.page.js';

export interface IndividualPageProps {
  readonly viewer: Viewer;
  readonly individual: IndividualView;
  readonly detentions: readonly DetentionView[];
  readonly now: Instant;
  readonly ties: readonly AffiliationView[];
  /** The organisations of the ties, as far as the viewer reaches them. */
  readonly organisations: ReadonlyMap<string, OrganisationRowView>;
  /** The past moment whose knowledge is shown; null for the present. */
  readonly asOf: Instant | null;
  readonly zone: string;
  /** How consent stands; null where it is not shown. */
  readonly consent: readonly ScopeStandingView[] | null;
}

export const IndividualPage = ({ viewer, individual, detentions, now, ties, organisations, asOf, zone, consent }: IndividualPageProps) => {
  const words = wordsFor(viewer.language);
  const { language } = viewer;
  const say = (key: string): string => words.say(`individuals.${key}`);
  const name = calledName(individual);
  const reveal = `/individuals/${individual.id}/reveal`;
  const codes = (list: string, value: unknown): unknown =>
    Array.isArray(value) ? value.map((code) => labelOf(list, String(code), language)).join(', ') : value;
  const names = Array.isArray(individual.names) ? individual.names : [];
  const relatives = Array.isArray(individual.relatives)
    ? individual.relatives.map((one) => `${one.name} (${labelOf('relative-kinds', one.relation, language)})${one.phone ? `, ${one.phone}` : ''}`)
    : individual.relatives;
  const age = individual.ageSaid && 'years' in individual.ageSaid ? words.say('individuals.age_on', individual.ageSaid) : null;
  return (
    <Page viewer={viewer} title={individual.reference} current="individuals" breadcrumb={[{ href: '/individuals', text: say('title') }]}>
      <PageHead
        title={name}
        also={names.slice(1).map((one) => one.text).join(' · ')}
        facts={
          <>
            {individual.reference} {individual.minor && <Chip tone="may">{say('minor.chip')}</Chip>}
          </>
        }
        actions={
          <>
            <a class="btn" href={`/individuals/${individual.id}/who`}>
              {words.say('who.title')}
            </a>
            <a class="btn" href={`/history/individual/${individual.id}`}>
              {say('history')}
            </a>
            {(viewer.permissions.has('request.record') || viewer.permissions.has('hold.set')) && (
              <a class="btn" href={`/individuals/${individual.id}/data`}>
                {words.say('data-rights.of')}
              </a>
            )}
            {asOf === null && <EvidenceLink about="individual" id={individual.id} />}
            {asOf === null && !individual.erased && <FollowUpLinks about="individual" id={individual.id} />}
            {asOf === null && !individual.erased && viewer.permissions.has('individual.revise') && (
              <a class="btn" href={`/individuals/${individual.id}/edit`}>
                {say('edit')}
              </a>
            )}
            {asOf === null && !individual.erased && viewer.permissions.has('detention.record') && (
              <a class="btn p" href={`/detentions/new?individual=${individual.id}`}>
                {say('add_detention')}
              </a>
            )}
          </>
        }
      />
      {individual.erased && <ErasedBanner erased={individual.erased} />}
      <AsKnown viewer={viewer} path={`/individuals/${individual.id}`} asOf={asOf} zone={zone} compare={`/history/individual/${individual.id}/compare`} />
      <h2>{say('detentions')}</h2>
      <DataTable
        caption={say('detentions')}
        rows={detentions}
        rowKey={(row) => row.id}
        columns={[
          { key: 'ref', head: say('reference'), cell: (row) => <a href={`/detentions/${row.id}${asOf ? `?asOf=${asOf}` : ''}`}>{row.reference}</a> },
          { key: 'when', head: say('began'), cell: (row) => beganText(row, language) || words.say('lists.unknown') },
          { key: 'kind', head: say('kind'), cell: (row) => labelOf('detention-kinds', row.kind, language) },
          {
            key: 'status',
            head: say('status'),
            cell: (row) => <StatusChip status={row.status.status} label={words.say(`detentions.status.${row.status.status}`)} />,
          },
          { key: 'held', head: say('held_for'), cell: (row) => heldText(row, now, language), figures: true },
        ]}
        empty={<EmptyState text={say('no_detentions')} />}
      />
      {ties.length > 0 && (
        <>
          <h2>{say('organisations')}</h2>
          <DataTable
            caption={say('organisations')}
            rows={ties}
            rowKey={(tie) => tie.id}
            columns={[
              { key: 'organisation', head: say('organisation'), cell: (tie) => <OrganisationLink organisation={organisations.get(tie.organisationId)} /> },
              { key: 'relation', head: say('relation'), cell: (tie) => labelOf('relation-kinds', tie.relation, language) },
              { key: 'role', head: say('relation_role'), cell: (tie) => <Shown value={tie.role} /> },
            ]}
          />
        </>
      )}
      {consent && <ConsentCard standing={consent} href={`/consents/individual/${individual.id}`} />}
      <h2>{say('person')}</h2>
      <DefinitionList
        facts={[
          { term: say('names'), value: <Shown value={namesText(individual.names)} /> },
          { term: say('sex'), value: labelOf('sex', individual.sex, language) },
          { term: say('birth'), value: <Shown value={age ?? individual.birth ?? bornText(individual.bornEarliest, individual.bornLatest)} /> },
          { term: say('region'), value: <Shown value={regionLabel(individual.regionCode, language)} /> },
          { term: say('role'), value: <Shown value={codes('roles-of-person', individual.roles)} /> },
          { term: say('nationality'), value: <Shown value={individual.nationality} /> },
          { term: say('occupation'), value: <Shown value={individual.occupation} /> },
          { term: say('vulnerabilities'), value: <Shown value={codes('vulnerabilities', individual.vulnerabilities)} /> },
          { term: say('medical'), value: <Shown value={individual.medicalNeed} /> },
          { term: say('phones'), value: <Reveal value={individual.phones} action={reveal} field="phones" /> },
          { term: say('address'), value: <Reveal value={individual.address} action={reveal} field="address" /> },
          { term: say('relatives'), value: <Reveal value={relatives} action={reveal} field="relatives" /> },
          { term: say('documents'), value: <Reveal value={individual.documents} action={reveal} field="documents" /> },
          { term: say('description'), value: <Shown value={individual.description} /> },
          { term: say('notes'), value: <Shown value={individual.notes} /> },
        ]}
      />
    </Page>
  );
};

const OrganisationLink = ({ organisation }: { readonly organisation: OrganisationRowView | undefined }) =>
  organisation ? (
    <a href={`/organisations/${organisation.id}`}>
      <bdi>{organisationName(organisation)}</bdi>
    </a>
  ) : null;

const namesText = (names: IndividualView['names']): unknown => (Array.isArray(names) ? names.map((one) => one.text).join(' · ') : names);

/** When a stay began, by the first period or event that says so. */
export function beganText(detention: DetentionView, language: Viewer['language']): string {
  const first = [...detention.periods.map((one) => one.start), ...detention.events.map((one) => one.at)].find((one) => one !== null);
  return first ? sayShort(first, language) : '';
}
