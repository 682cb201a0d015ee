import type { Adversary } from './adversary.js';
import { isSmall, type PublishedCell, type Sensitive } from './published-cell.js';

/** From so many detentions on, even one person's are not looked for: that many in one place are taken to be many people's. */
const MANY_STAYS = 100;

/**
 * Few people whom no figure counts, but several figures together: all, less those of the first region, less those of the second.
 * Looked for are groups that no figure tells apart and that can be no more than a few: then some sum over figures gives the
 * number of a group they are in (duality of linear programming), and if that is small, it is told.
 * @param adversary with what does not stand concealed
 */
export async function toldGroups(adversary: Adversary, cells: readonly PublishedCell[], personOf: readonly string[]): Promise<Sensitive[]> {
  const { groups } = adversary;
  const threshold = cells.reduce((most, cell) => Math.max(most, cell.threshold), 0);
  const enough = groups.map((units) => (new Set(units.map((unit) => personOf[unit])).size < units.length ? MANY_STAYS : threshold));
  const found = new Map<string, Sensitive>();
  for (const unknown of await scarce(adversary, enough)) {
    const ceiling = await adversary.mostOf(new Set([unknown]));
    const units = ceiling.groups.flatMap((group) => groups[group] ?? []).sort((a, b) => a - b);
    if (isSmall(units, ceiling.threshold, personOf)) found.set(units.join(), { units, threshold: ceiling.threshold });
  }
  return [...found.values()];
}

/** Unknowns that were in no possible world found as many as is enough: one world shows it for many at once. */
async function scarce(adversary: Adversary, enough: readonly number[]): Promise<Set<number>> {
  const left = new Set(enough.keys());
  for (let cleared = 1; cleared > 0 && left.size > 0; ) {
    const { most, counts } = await adversary.mostOf(left);
    const many = Number.isNaN(most) ? [] : [...left].filter((unknown) => Math.round(counts[unknown] ?? 0) >= (enough[unknown] ?? 0));
    for (const unknown of many) left.delete(unknown);
    cleared = many.length;
  }
  return left;
}
