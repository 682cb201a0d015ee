import type { Language } from '../../../kernel/actor/public.js';
import { boundsOf, type BoundsColumns } from '../../../kernel/db/public.js';
import { isInstant, sayBounds, sayInstant } from '../../../kernel/time/public.js';
import { regionLabel } from '../../../places/public.js';
import { isCode, labelOf } from '../../../vocabularies/public.js';
import { wordsFor } from '../../words/words.js';
import type { ShownKind } from './kinds.js';

/** Fields the program keeps for itself: they say nothing to people. */
const inner = new Set(['externalToken', 'nameKey', 'circleId']);

export const isForPeople = (field: string): boolean => !inner.has(field);

/** The id fields of records and what they refer to. */
export const refersTo: Readonly<Record<string, string>> = {
  individualId: 'individual',
  organisationId: 'organisation',
  incidentId: 'incident',
  detentionId: 'detention',
  caseId: 'case',
  placeId: 'place',
  placeIds: 'place',
  sourceId: 'source',
  sourceIds: 'source',
  moreSourceIds: 'source',
  ownerId: 'staff',
  leadId: 'staff',
  statusBy: 'staff',
};

interface Reader {
  readonly language: Language;
  /** Zone for moments that are no place's, such as when a status was set. */
  readonly zone: string;
  /** Names of other records by id, as far as the reader reaches them. */
  readonly names: ReadonlyMap<string, string>;
}

/** A stored value as text for the history of a record; null where nothing stands. Lists give one line each. */
export function valueText(shown: ShownKind, field: string, value: unknown, reader: Reader): string | null {
  if (value === null || value === undefined || value === '') return null;
  const words = wordsFor(reader.language);
  if (Array.isArray(value)) {
    const lines = value.map((one) => valueText(shown, field, one, reader)).filter((line) => line !== null);
    return lines.length > 0 ? lines.join('\n') : null;
  }
  if (typeof value === 'boolean') return words.say(value ? 'lists.yes' : 'lists.no');
  if (typeof value === 'number') return String(value);
  if (typeof value === 'object') return objectText(value as Record<string, unknown>, reader);
  const text = String(value as string);
  const list = shown.codes[field];
  if (list) return labelOf(list, text, reader.language);
  if (isInstant(text)) return sayInstant(text, reader.zone, reader.language);
  if (field === 'regionCode') return regionLabel(text, reader.language);
  return refersTo[field] ? (reader.names.get(text) ?? words.say('fields.out_of_reach')) : text;
}

function objectText(value: Record<string, unknown>, { language }: Reader): string | null {
  if ('precision' in value) {
    const bounds = boundsOf(value as unknown as BoundsColumns);
    return bounds && sayBounds(bounds, language);
  }
  if ('relation' in value) {
    const phone = value.phone ? `, ${String(value.phone)}` : '';
    return `${String(value.name)} (${labelOf('relative-kinds', String(value.relation), language)})${phone}`;
  }
  const answers = Object.entries(value).filter(([fact]) => isCode('circumstances', fact));
  if (answers.length > 0) return answers.map(([fact, is]) => `${labelOf('circumstances', fact, language)} ${wordsFor(language).say(`lists.${String(is)}`)}`).join('\n');
  if ('years' in value) return `${String(value.years)} (${String(value.on)})`;
  return 'text' in value ? String(value.text) : JSON.stringify(value);
}

/** The ids in a value of a field that refers to other records. */
export const idsIn = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === 'string' && one !== '');
