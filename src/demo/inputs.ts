import type { RecordDetentionInput } from '../detentions/public.js';
import type { RecordIncidentInput } from '../incidents/public.js';
import type { RecordIndividualInput } from '../individuals/public.js';
import type { WhenInput } from '../kernel/http/public.js';
import type { RecordOrganisationInput } from '../organisations/public.js';
import type { RecordPlaceInput } from '../places/public.js';
import type { RecordSourceInput } from '../sources/public.js';
import {
  demoDay,
  demoRegion,
  demoZone,
  type CastDetention,
  type CastIncident,
  type CastOrganisation,
  type CastPerson,
  type CastPlace,
  type CastSource,
} from './cast/types.js';
import type { Keys } from './keys.js';

const when = (said: string | null): WhenInput | null => (said === null ? null : { said, onDate: demoDay, zone: demoZone });

export const placeInput = ({ key: _key, region, authority, ...rest }: CastPlace): RecordPlaceInput => ({
  ...rest,
  aliases: [...rest.aliases],
  regionCode: region,
  authorityKind: authority,
});

export const sourceInput = ({ key: _key, stated, ...rest }: CastSource): RecordSourceInput => ({ ...rest, stated: when(stated) });

export const organisationInput = ({ key: _key, region, ...rest }: CastOrganisation): RecordOrganisationInput => ({
  ...rest,
  otherNames: [...rest.otherNames],
  regionCode: region,
});

export const personInput = (person: CastPerson): RecordIndividualInput => ({
  names: person.names.map((name) => ({ ...name })),
  sex: person.sex,
  birth: person.birth ?? null,
  ageSaid: person.ageSaid ?? null,
  regionCode: person.region,
  roles: [...person.roles],
  nationality: person.nationality ?? null,
  occupation: person.occupation ?? null,
  vulnerabilities: person.vulnerabilities ? [...person.vulnerabilities] : null,
  medicalNeed: person.medicalNeed ?? null,
  phones: person.phones ? [...person.phones] : null,
  address: person.address ?? null,
  relatives: person.relatives ? person.relatives.map((one) => ({ ...one })) : null,
  description: person.description ?? null,
  notes: person.sensitivity ?? null,
});

export const incidentInput = (incident: CastIncident, keys: Keys): RecordIncidentInput => ({
  title: incident.title,
  kind: incident.kind,
  description: incident.description,
  regionCode: incident.region,
  placeIds: incident.places.map((place) => keys.get('place', place)),
  placeWords: incident.placeWords,
  start: when(incident.start),
  end: when(incident.end),
  theme: incident.theme,
  permission: incident.permission,
  organiserKind: incident.organiserKind,
  authorityKind: incident.authority,
  sourceIds: incident.sources.map((source) => keys.get('source', source)),
  headCounts: incident.headCounts.map(({ source, ...count }) => ({ ...count, sourceId: keys.get('source', source) })),
});

/** `witnessA + hotline`: two sources say the same. */
function told(sources: string, keys: Keys): { sourceId: string | null; moreSourceIds: string[] } {
  const [first = '', ...more] = sources.split(' + ');
  return { sourceId: keys.get('source', first), moreSourceIds: more.flatMap((one) => keys.get('source', one) ?? []) };
}

export const detentionInput = (detention: CastDetention, keys: Keys): RecordDetentionInput => ({
  individualId: detention.person ? keys.get('person', detention.person) : null,
  incidentId: keys.get('incident', detention.incident),
  kind: detention.kind,
  authorityKind: detention.authority,
  regionCode: demoRegion,
  ground: detention.ground,
  outcome: detention.outcome,
  outcomeWords: detention.outcomeWords ?? null,
  unnamed: detention.unnamed ?? null,
  circumstances: detention.circumstances ?? null,
  description: detention.description ?? null,
  ...(detention.countedAtLeast ? { countedAtLeast: detention.countedAtLeast, countedAtMost: detention.countedAtMost ?? null } : {}),
  periods: detention.periods.map(({ place, source, start, end, ...period }) => ({
    ...period,
    placeId: place ? keys.get('place', place) : null,
    ...told(source, keys),
    start: when(start),
    end: when(end),
  })),
  events: detention.events.map(({ place, source, when: said, ...event }) => ({
    ...event,
    placeId: place ? keys.get('place', place) : null,
    ...told(source, keys),
    at: when(said),
  })),
});
