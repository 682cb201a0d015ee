import { IsNull, type EntityManager } from 'typeorm';
import { Place } from './place.entity.js';
import { goesBy, placeKey } from './place-rules.js';

/**
 * The place a source means by a name in a region (null: in no region we know), by its own name, its names in the other
 * languages or an alias. Never across regions: every town has a "police department No. 1".
 */
export async function matchPlace(manager: EntityManager, name: string, regionCode: string | null): Promise<Place | null> {
  const nameKey = placeKey(name);
  const here = regionCode === null ? IsNull() : regionCode;
  const exact = await manager.findOne(Place, { where: { nameKey, regionCode: here }, order: { id: 'ASC' } });
  if (exact || !nameKey) return exact;
  const others = await manager
    .createQueryBuilder(Place, 'p')
    .where({ regionCode: here })
    .andWhere(`(p.aliases <> '[]' OR p.nameRu IS NOT NULL OR p.nameKk IS NOT NULL)`)
    .orderBy('p.id', 'ASC')
    .getMany();
  return others.find((place) => goesBy(place, nameKey)) ?? null;
}
