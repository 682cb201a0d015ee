import { Problem } from '../kernel/errors/public.js';
import { fold } from '../kernel/text/public.js';
import { zoneExists } from '../kernel/time/public.js';

/** Names and numbers that differ only in case, marks or punctuation are one key: "РОВД № 1" and "ровд 1". */
export const placeKey = (name: string): string =>
  fold(name.replaceAll('№', ' '))
    .replace(/ё/g, 'е')
    .slice(0, 200);

interface Named {
  readonly name: string;
  readonly nameRu: string | null;
  readonly nameKk: string | null;
  readonly aliases: readonly string[];
}

/** Whether a place goes by this name in any language or as a source calls it. */
export const goesBy = (place: Named, key: string): boolean =>
  [place.name, place.nameRu, place.nameKk, ...place.aliases].some((name) => name !== null && placeKey(name) === key);

/** @throws Problem `time.no_such_zone` or `place.closed_before_opened` (422). */
export function checkPlace(place: { zone: string; validFrom: string | null; validTo: string | null }): void {
  if (!zoneExists(place.zone)) throw refusal('zone', 'time.no_such_zone');
  if (place.validFrom && place.validTo && place.validTo < place.validFrom) throw refusal('validTo', 'place.closed_before_opened');
}

const refusal = (field: string, code: string): Problem => new Problem(code, { status: 422, fields: [{ field, code }] });
