import { isWithheld } from '../access/public.js';
import type { Verdict } from '../consents/public.js';
import { sayCalendarDay, sayLongMonth } from '../kernel/time/public.js';
import type { Draw } from './draws.js';
import { english } from './say-english.js';

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/** A day, a month or a year, as far as it is known; what is none of them as it was written. */
function bornSaid(birth: string | null): string | null {
  if (!birth) return null;
  if (/^\d{4}-\d\d-\d\d$/.test(birth)) return sayCalendarDay(birth, 'en');
  return /^\d{4}-\d\d$/.test(birth) ? sayLongMonth(birth, 'en') : birth;
}

function givenSaid({ until, needsLegalReview }: Verdict): string {
  const term = until ? `, until ${sayCalendarDay(until.slice(0, 10), 'en')}` : '';
  return needsLegalReview ? `given on behalf of the person${term}; whether that is enough is to be reviewed by a lawyer.` : `given by the person${term}.`;
}

/** Of the person only what identifies them: never telephones, relatives, addresses, health or papers, which a person types in. */
export const personDraws = {
  'person.names': ({ person }) => (person && Array.isArray(person.names) ? person.names.map((one) => one.text).join(' / ') : null),
  'person.sex': ({ person }) => (person && person.sex !== 'unknown' ? english('sex', person.sex) : null),
  'person.birth': ({ person }) => {
    if (!person) return null;
    if (person.ageSaid && !isWithheld(person.ageSaid)) return `${person.ageSaid.years} years old on ${person.ageSaid.on}, as stated`;
    return bornSaid(text(person.birth));
  },
  'person.nationality': ({ person }) => text(person?.nationality),
  'person.occupation': ({ person }) => text(person?.occupation),
  'consent.given': ({ consent, scope }) => (consent?.allowed ? `${english('consent-scopes', scope)}: ${givenSaid(consent)}` : null),
  'consent.public': ({ publicName }) => publicName && (publicName.allowed ? `Yes: ${givenSaid(publicName)}` : 'No: no consent to being named in public is recorded.'),
} satisfies Record<string, Draw>;
