import type { ConsentScope, Verdict } from '../consents/public.js';
import type { EvidenceView } from '../evidence/public.js';
import type { IncidentView } from '../incidents/public.js';
import type { IndividualView } from '../individuals/public.js';
import type { Timeline } from '../timeline/public.js';
import { custodyDraws } from './draw-custody.js';
import { evidenceDraws } from './draw-evidence.js';
import { incidentDraws } from './draw-incident.js';
import { personDraws } from './draw-person.js';

/** What a draft is filled from: already cut to what the drafter reads and the sources agreed to. */
export interface DrawContext {
  readonly timeline: Timeline | null;
  readonly person: IndividualView | null;
  readonly incident: IncidentView | null;
  /** The person's consent to the use; null where nobody in particular is told of. */
  readonly consent: Verdict | null;
  /** The same to being named in public. */
  readonly publicName: Verdict | null;
  /** The use the form needs. */
  readonly scope: ConsentScope;
  /** Sources nobody has asked: their words are left out. */
  readonly unasked: ReadonlySet<string>;
  /** Files of the record that may go along. */
  readonly annexes: readonly EvidenceView[];
  /** Names of the incident's places. */
  readonly placeNames: ReadonlyMap<string, string>;
}

/** A text in English, or null where the record has nothing. */
export type Draw = (context: DrawContext) => string | null;

const draws = { ...personDraws, ...custodyDraws, ...incidentDraws, ...evidenceDraws };

/** Where a field of a form comes from: the closed list a form's data may name. */
export type DrawKey = keyof typeof draws;

export const drawKeys = Object.keys(draws) as readonly DrawKey[];

export const drawn = (key: DrawKey, context: DrawContext): string | null => draws[key](context) || null;
