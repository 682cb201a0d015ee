import { isWithheld } from '../access/public.js';
import type { Draw } from './draws.js';
import { english } from './say-english.js';

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/** Of the person only what identifies them: never telephones, relatives, addresses, health or papers, which a person types in. */
export const personDraws = {
  'person.names': ({ person }) => (person && Array.isArray(person.names) ? person.names.map((one) => one.text).join(' / ') : null),
  'person.sex': ({ person }) => (person && person.sex !== 'unknown' ? english('sex', person.sex) : null),
  'person.birth': ({ person }) => {
    if (!person) return null;
    if (person.ageSaid && !isWithheld(person.ageSaid)) return `${person.ageSaid.years} years old on ${person.ageSaid.on}, as stated`;
    return text(person.birth);
  },
  'person.nationality': ({ person }) => text(person?.nationality),
  'person.occupation': ({ person }) => text(person?.occupation),
  'consent.given': ({ consent }) => {
    if (!consent?.allowed) return null;
    const until = consent.until ? `, until ${consent.until.slice(0, 10)}` : '';
    return consent.needsLegalReview ? `Given on behalf of the person${until}; whether that is enough is to be reviewed by a lawyer.` : `Given by the person${until}.`;
  },
} satisfies Record<string, Draw>;
