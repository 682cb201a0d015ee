import { regionLabel } from '../places/public.js';
import type { Draw } from './draws.js';
import { english, moment } from './say-english.js';

const joined = (...parts: readonly (string | null | undefined)[]): string | null => parts.filter(Boolean).join('; ') || null;

/** Of an assembly numbers and places, and nobody in particular. */
export const incidentDraws = {
  'incident.title': ({ incident }) => incident && joined(incident.title, english('incident-kinds', incident.kind)),
  'incident.when': ({ incident }) => incident && joined(incident.start && `from ${moment(incident.start)}`, incident.end && `to ${moment(incident.end)}`),
  'incident.where': ({ incident, placeNames }) => incident && joined(...incident.placeIds.map((id) => placeNames.get(id)), incident.placeWords, regionLabel(incident.regionCode, 'en')),
  'incident.organiser': ({ incident }) => (incident?.organiserKind && incident.organiserKind !== 'unknown' ? english('organiser-kinds', incident.organiserKind) : null),
  'incident.theme': ({ incident }) => incident?.theme ?? null,
  'incident.permission': ({ incident }) => (incident && incident.permission !== 'unknown' ? english('permissions', incident.permission) : null),
  'incident.authority': ({ incident }) => (incident?.authorityKind && incident.authorityKind !== 'unknown' ? english('authority-kinds', incident.authorityKind) : null),
  'incident.detained': ({ incident }) => {
    if (!incident?.reported) return null;
    const { atLeast, atMost } = incident.reported;
    const counts = incident.headCounts.length;
    const number = atLeast === atMost ? String(atLeast) : `At least ${atLeast}${atMost === null ? ', no upper number is known' : `, at most ${atMost}`}`;
    return `${number}, as reported by ${counts} ${counts === 1 ? 'count' : 'counts'}.`;
  },
} satisfies Record<string, Draw>;
