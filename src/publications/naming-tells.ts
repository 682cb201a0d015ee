import { fateTables, type ToldBefore } from './fate-tables.js';
import { AllAlike, hideSharedFates } from './hide-shared-fates.js';
import { fates } from './offered-dimensions.js';
import type { Frozen } from './published-tables.js';
import { Units } from './units.js';

/** Naming somebody who was counted without a name takes them out of the crowd that hid the others. */
export class NamingTells extends Error {}

/**
 * Whoever is named is known, and what an earlier publication told of a crowd they were in is then told of the others alone.
 * @param named everybody named here or before
 * @throws NamingTells when these are too few for one of its figures, or all share a fate
 */
export async function refuseNaming(out: readonly Frozen[], named: ReadonlySet<string>): Promise<void> {
  const before = new Set(out.flatMap((one) => one.named));
  if (!out.some(({ personOf }) => Object.values(personOf).some((person) => named.has(person) && !before.has(person)))) return;
  for (const { cells, personOf } of out) {
    for (const { units, threshold } of cells) {
      const [others, now] = [before, named].map((known) => new Set(units.flatMap((id) => ((person) => (known.has(person) ? [] : [person]))(personOf[id] ?? id))).size) as [number, number];
      if (now > 0 && now < threshold && now < others) throw new NamingTells();
    }
  }
  if ((await tellsFates(out, named)) && !(await tellsFates(out, before))) throw new NamingTells();
}

/** Whether figures would have to go for these to share no fate that is told. */
async function tellsFates(out: readonly Frozen[], named: ReadonlySet<string>): Promise<boolean> {
  const units = new Units();
  for (const { cells, personOf } of out) for (const cell of cells) units.of(cell.units, personOf, named);
  for (const fate of fates) {
    const told: ToldBefore[] = out.flatMap((one) => one.told ?? []).filter((table) => table.fate === fate);
    try {
      if ((await hideSharedFates(fateTables(told, told, units.numbers), new Set())).size > 0) return true;
    } catch (error) {
      if (error instanceof AllAlike) return true;
      throw error;
    }
  }
  return false;
}
