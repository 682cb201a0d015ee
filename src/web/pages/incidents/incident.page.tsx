import type { ComponentChildren } from 'preact';
import type { IncidentView } from '../../../incidents/public.js';
import { sayBounds } from '../../../kernel/time/public.js';
import { regionLabel } from '../../../places/public.js';
import { labelOf } from '../../../vocabularies/public.js';
import { DefinitionList, FormSecret, Page, PageHead, Shown, type Viewer } from '../../parts/public.js';
import { wordsFor } from '../../words/words.js';
import { EvidenceLink } from '../evidence/evidence-link.js';
import { FollowUpLinks } from '../follow-ups/follow-up-links.js';
import { HeadCounts } from './head-counts.js';
import { IncidentDetentions } from './incident-detentions.js';
import type { PeopleOfIncident } from './people-of-incident.js';

export interface IncidentPageProps {
  readonly viewer: Viewer;
  readonly incident: IncidentView;
  readonly people: PeopleOfIncident | null;
  readonly placeNames: ReadonlyMap<string, string>;
  readonly sourceLabels: ReadonlyMap<string, string>;
}

export const IncidentPage = ({ viewer, incident, people, placeNames, sourceLabels }: IncidentPageProps) => {
  const words = wordsFor(viewer.language);
  const { language } = viewer;
  const say = (key: string): string => words.say(`incidents.${key}`);
  const mayRecord = viewer.permissions.has('incident.record');
  const said = incident.sourceWords ?? {};
  const coded = (list: string, code: string | null, own: string | null | undefined): ComponentChildren => (
    <Shown value={code}>
      {code && labelOf(list, code, language)}
      {own && <span class="muted"> “{own}”</span>}
    </Shown>
  );
  const links = Array.isArray(incident.links) ? incident.links : null;
  return (
    <Page viewer={viewer} title={incident.reference} current="incidents" breadcrumb={[{ href: '/incidents', text: say('title') }]}>
      <PageHead
        title={incident.title}
        facts={`${incident.reference} · ${incident.start ? sayBounds(incident.start, language) : words.say('lists.unknown')}`}
        actions={
          <>
            <a class="btn" href={`/history/incident/${incident.id}`}>
              {say('history')}
            </a>
            {viewer.permissions.has('circle.use') && (
              <form method="post" action={`/incidents/${incident.id}/circle`} class="inline">
                <FormSecret />
                <button class="btn" title={words.say('circles.for_incident.hint')}>{words.say('circles.for_incident')}</button>
              </form>
            )}
            <EvidenceLink about="incident" id={incident.id} />
            <FollowUpLinks about="incident" id={incident.id} />
            {viewer.permissions.has('submission.record') && (
              <a class="btn" href={`/submissions/new?incident=${incident.id}`}>
                {words.say('submissions.new')}
              </a>
            )}
            {mayRecord && (
              <a class="btn" href={`/incidents/${incident.id}/edit`}>
                {say('edit')}
              </a>
            )}
            {viewer.permissions.has('detention.record') && (
              <a class="btn p" href={`/detentions/new?incident=${incident.id}`}>
                {say('add_detention')}
              </a>
            )}
          </>
        }
      />
      <p class="said">
        <Shown value={incident.description} />
      </p>
      <HeadCounts viewer={viewer} incident={incident} known={people?.known ?? null} sourceLabels={sourceLabels} />
      {people && <IncidentDetentions viewer={viewer} incidentId={incident.id} people={people} />}
      <h2>{say('facts')}</h2>
      <DefinitionList
        facts={[
          { term: say('kind'), value: coded('incident-kinds', incident.kind, incident.kindWords) },
          { term: say('region'), value: <Shown value={regionLabel(incident.regionCode, language) || said.regionCode} /> },
          { term: say('place'), value: <Shown value={incident.placeWords} /> },
          { term: say('facilities'), value: <Shown value={incident.placeIds.map((id) => placeNames.get(id) ?? '').filter(Boolean).join(', ')} /> },
          { term: say('start'), value: <Shown value={incident.start && sayBounds(incident.start, language)} /> },
          { term: say('end'), value: <Shown value={incident.end && sayBounds(incident.end, language)} /> },
          { term: say('theme'), value: <Shown value={incident.theme} /> },
          { term: say('permission'), value: coded('permissions', incident.permission, said.permission) },
          { term: say('organiserKind'), value: coded('organiser-kinds', incident.organiserKind, said.organiserKind) },
          { term: say('organiser'), value: <Shown value={incident.organiser} /> },
          { term: say('authority'), value: coded('authority-kinds', incident.authorityKind, said.authorityKind) },
          { term: say('sources'), value: <Shown value={incident.sourceIds.map((id) => sourceLabels.get(id) ?? '').filter(Boolean).join(', ')} /> },
          { term: say('links'), value: links ? <LinkList links={links} /> : <Shown value={incident.links} /> },
          { term: say('external_id'), value: <Shown value={incident.externalId} /> },
        ]}
      />
    </Page>
  );
};

/** Addresses as text: following one from here would tell its keeper what is being read. */
const LinkList = ({ links }: { readonly links: readonly string[] }) => (
  <ul>
    {links.map((link) => (
      <li key={link}>
        <bdi>{link}</bdi>
      </li>
    ))}
  </ul>
);
