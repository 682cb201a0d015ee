import { Adversary, type Range } from './adversary.js';
import { isSmall, type PublishedCell, type Sensitive } from './published-cell.js';
import { smallDifferences } from './small-differences.js';

export interface Suppression {
  /** Ids of cells that may not stand, the small ones among them. */
  readonly suppressed: ReadonlySet<string>;
  /** Of these, the ones that are small themselves; a reader is not told which. */
  readonly small: ReadonlySet<string>;
}

/** The earlier publications alone give something away that leaving out figures of this one does not hide again. */
export class GivenAway extends Error {}

/**
 * Decides which figures of a publication stay out, so that nobody who holds it and all earlier ones can tell a small number
 * of people: first the small figures themselves, then others, one by one, until for everything sensitive the possible
 * values reach the threshold and lie a whole threshold apart. Leaving a figure out only ever widens what is possible, so
 * what is safe stays safe. (Cell suppression as in official statistics; audited as a linear programme, see Adversary.)
 * @param cells of this publication and the earlier ones
 * @param personOf the person of each counted unit: a figure is small by people, not by detentions
 * @throws GivenAway
 */
export async function suppress(cells: readonly PublishedCell[], personOf: readonly string[]): Promise<Suppression> {
  const small = new Set(cells.filter((cell) => !cell.isOut && isSmall(cell.units, cell.threshold, personOf)).map(({ id }) => id));
  const suppressed = new Set(small);
  const sensitive = (): Sensitive[] => [
    ...cells.filter(({ id }) => small.has(id)),
    ...smallDifferences(cells.filter(({ id }) => !suppressed.has(id)), personOf),
  ];
  for (const whole of [false, true]) await widen(cells, suppressed, sensitive(), whole);
  return { suppressed, small };
}

async function widen(cells: readonly PublishedCell[], suppressed: Set<string>, sensitive: readonly Sensitive[], whole: boolean): Promise<void> {
  const adversary = await Adversary.facing(cells, whole);
  try {
    cells.forEach(({ id }, n) => (suppressed.has(id) ? adversary.conceal(n) : undefined));
    for (const one of sensitive) {
      for (let range = adversary.rangeOf(one.units); !isSafe(range, one); range = adversary.rangeOf(one.units)) {
        const next = nextToGo(cells, suppressed, range, one);
        suppressed.add(next.id);
        adversary.conceal(cells.indexOf(next));
      }
    }
  } finally {
    adversary.close();
  }
}

/** Both a value that is not small and one a threshold below it are possible. */
export const isSafe = ({ least, most }: Pick<Range, 'least' | 'most'>, { threshold }: Pick<Sensitive, 'threshold'>): boolean =>
  most >= threshold && most - least >= threshold;

/** Of the figures that pin it down, the smallest that is no total; if the solver names none, any that shares units with it. */
function nextToGo(cells: readonly PublishedCell[], suppressed: ReadonlySet<string>, range: Range, one: Sensitive): PublishedCell {
  const pins = new Set(range.pinnedBy);
  const free = cells.filter((cell) => !cell.isOut && !suppressed.has(cell.id));
  const named = free.filter(({ id, units }) => pins.has(id) && units.length > 0);
  const touching = named.length > 0 ? named : sharing(free, one);
  const [next] = (touching.length > 0 ? touching : free.filter(({ units }) => units.length > 0)).toSorted(leastMissed);
  if (!next) throw new GivenAway();
  return next;
}

function sharing(cells: readonly PublishedCell[], { units }: Sensitive): PublishedCell[] {
  const sought = new Set(units);
  return cells.filter((cell) => cell.units.some((unit) => sought.has(unit)));
}

const leastMissed = (a: PublishedCell, b: PublishedCell): number =>
  Number(a.isTotal) - Number(b.isTotal) || a.units.length - b.units.length || (a.id < b.id ? -1 : 1);
