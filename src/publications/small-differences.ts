import { isSmall, type PublishedCell, type Sensitive } from './published-cell.js';

/**
 * What two figures together would give away: who is in the one and not in the other, where these are few. A count up to
 * Friday and one up to Saturday, a total and its largest part, last week's publication and this week's.
 * @param shown figures that stand, of this publication and the earlier ones; a pair of earlier ones is not looked at again
 */
export function smallDifferences(shown: readonly PublishedCell[], personOf: readonly string[]): Sensitive[] {
  const shared = sharedUnits(shown);
  const found = new Map<string, Sensitive>();
  shared.forEach((others, a) => {
    const one = shown[a];
    if (!one) return;
    for (const [b, both] of others) {
      const other = shown[b];
      if (!other || (one.isOut && other.isOut)) continue;
      for (const [more, less] of [[one, other], [other, one]] as const) {
        const left = more.units.length - both;
        // Units are at least as many as people; a person counted often still has to be looked at.
        if (left === 0) continue;
        const threshold = Math.max(more.threshold, less.threshold);
        if (left >= threshold && left > MANY_STAYS) continue;
        const without = new Set(less.units);
        const units = more.units.filter((unit) => !without.has(unit));
        if (isSmall(units, threshold, personOf)) found.set(units.join(), { units, threshold });
      }
    }
  });
  return [...found.values()];
}

/** How often the few people of a difference may have been detained before it is taken to be about many. */
const MANY_STAYS = 100;

/** For each figure the later ones it shares units with, and how many. Figures that share none have no difference to tell. */
function sharedUnits(shown: readonly PublishedCell[]): Map<number, number>[] {
  const cellsOf = new Map<number, number[]>();
  shown.forEach(({ units }, cell) => {
    for (const unit of units) {
      const known = cellsOf.get(unit);
      if (known) known.push(cell);
      else cellsOf.set(unit, [cell]);
    }
  });
  const shared: Map<number, number>[] = shown.map(() => new Map<number, number>());
  for (const cells of cellsOf.values()) {
    for (const [n, a] of cells.entries()) {
      for (const b of cells.slice(n + 1)) shared[a]?.set(b, (shared[a]?.get(b) ?? 0) + 1);
    }
  }
  return shared;
}
