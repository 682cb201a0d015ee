import type { Language } from '../kernel/actor/public.js';
import type { Place } from './place.entity.js';

/** A place. Nothing of it is about a person, so nothing is withheld. */
export class PlaceView {
  id!: string;
  version!: number;
  recordedAt!: string;
  recordedBy!: string;
  changedAt!: string;
  changedBy!: string;
  kind!: string;
  kindWords!: string | null;
  regionCode!: string | null;
  zone!: string;
  name!: string;
  nameRu!: string | null;
  nameKk!: string | null;
  aliases!: string[];
  authorityKind!: string | null;
  address!: string | null;
  validFrom!: string | null;
  validTo!: string | null;
}

/** A row of the list, and what a picker shows. */
export class PlaceRowView {
  id!: string;
  name!: string;
  nameRu!: string | null;
  nameKk!: string | null;
  kind!: string;
  regionCode!: string | null;
  zone!: string;
  validTo!: string | null;
}

export function placeView(place: Omit<Place, 'sealed'>): PlaceView {
  const { id, version, recordedAt, recordedBy, changedAt, changedBy, kind, kindWords, regionCode, zone } = place;
  const { name, nameRu, nameKk, aliases, authorityKind, address, validFrom, validTo } = place;
  return {
    ...{ id, version, recordedAt, recordedBy, changedAt, changedBy, kind, kindWords, regionCode, zone },
    ...{ name, nameRu, nameKk, aliases, authorityKind, address, validFrom, validTo },
  };
}

export function placeRow(place: Omit<Place, 'sealed'>): PlaceRowView {
  const { id, name, nameRu, nameKk, kind, regionCode, zone, validTo } = place;
  return { id, name, nameRu, nameKk, kind, regionCode, zone, validTo };
}

/** The name of a place in the reader's language, or as it was recorded. */
export function placeName(place: Pick<PlaceView, 'name' | 'nameRu' | 'nameKk'>, language: Language): string {
  if (language === 'ru') return place.nameRu ?? place.name;
  return language === 'kk' ? (place.nameKk ?? place.nameRu ?? place.name) : place.name;
}
