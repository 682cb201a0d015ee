export { HeadCount, Incident, type IncidentPrivate } from './incident.entity.js';
export { headCountKind, incidentKind } from './incident.kind.js';
