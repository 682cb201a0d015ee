import { Adversary, type Range } from './adversary.js';
import { isSmall, type PublishedCell, type Sensitive } from './published-cell.js';
import { smallDifferences } from './small-differences.js';
import { toldGroups } from './told-groups.js';

export interface Suppression {
  /** Ids of cells that may not stand, the small ones among them. */
  readonly suppressed: ReadonlySet<string>;
  /** Of these, the ones that are small themselves; a reader is not told which. */
  readonly small: ReadonlySet<string>;
}

/** How far it is: of so many that have to be looked at one by one. */
export type Told = (done: number, of: number) => void;

/**
 * Decides which figures of a publication stay out, so that nobody who holds it and all earlier ones can tell a small number
 * of people: first the small figures themselves, then others, one by one, until for everything sensitive the possible
 * values reach the threshold and lie a whole threshold apart, or as far as the earlier publications alone leave open. Leaving
 * a figure out only ever widens what is possible, so what is safe stays safe. (Cell suppression as in official statistics; audited as a linear programme, see Adversary.)
 * @param cells of this publication and the earlier ones
 * @param personOf the person of each counted unit: a figure is small by people, not by detentions
 */
export async function suppress(cells: readonly PublishedCell[], personOf: readonly string[], tell: Told = () => undefined): Promise<Suppression> {
  const small = new Set(cells.filter((cell) => !cell.isOut && isSmall(cell.units, cell.threshold, personOf)).map(({ id }) => id));
  const suppressed = new Set(small);
  const parted: Wanted[] = [];
  await facing(cells, suppressed, false, async (adversary) => {
    const hide = async (sensitive: readonly Sensitive[]): Promise<unknown> => parted.push(...(await widen(adversary, cells, suppressed, sensitive)));
    await hide([...cells.filter(({ id }) => small.has(id)), ...smallDifferences(cells.filter(({ id }) => !suppressed.has(id)), personOf)]);
    for (let before = -1; before < suppressed.size; ) {
      before = suppressed.size;
      await hide(await toldGroups(adversary, cells, personOf));
    }
  });
  tell(0, parted.length);
  if (parted.length > 0) await facing(cells, suppressed, true, (adversary) => findWhole(adversary, cells, suppressed, parted, tell));
  return { suppressed, small };
}

async function facing(cells: readonly PublishedCell[], suppressed: ReadonlySet<string>, whole: boolean, ask: (adversary: Adversary) => Promise<void>): Promise<void> {
  const adversary = await Adversary.facing(cells, whole);
  try {
    cells.forEach(({ id }, n) => (suppressed.has(id) ? adversary.conceal(n) : undefined));
    await ask(adversary);
  } finally {
    await adversary.close();
  }
}

/** How far what is possible of something has to reach. */
interface Wanted {
  readonly units: readonly number[];
  readonly most: number;
  readonly width: number;
}

const asWide = ({ units, threshold }: Sensitive): Wanted => ({ units, most: threshold, width: threshold });

/** Possible are both a value that is not small and one far enough below it. */
const isAsWide = ({ least, most }: Pick<Range, 'least' | 'most'>, wanted: Wanted): boolean => most >= wanted.most && most - least >= wanted.width;

const isSeen = (adversary: Adversary, wanted: Wanted): boolean => isAsWide(adversary.seen(wanted.units), wanted);

/** Answers those of which only worlds with people in parts were found; whoever is safe in whole ones stays it. */
async function widen(adversary: Adversary, cells: readonly PublishedCell[], suppressed: Set<string>, sensitive: readonly Sensitive[]): Promise<Wanted[]> {
  const parted: Wanted[] = [];
  for (const one of sensitive) {
    const left = isSeen(adversary, asWide(one)) ? null : await widened(adversary, cells, suppressed, one);
    if (left) parted.push(left);
  }
  return parted;
}

/** @returns null when both ends of what is possible now are worlds of whole people */
async function widened(adversary: Adversary, cells: readonly PublishedCell[], suppressed: Set<string>, one: Sensitive): Promise<Wanted | null> {
  let [range, wanted] = [await adversary.rangeOf(one.units), asWide(one)];
  if (!isAsWide(range, wanted)) {
    const open = await openWithout(adversary, cells, suppressed, one.units);
    wanted = { units: one.units, most: Math.min(one.threshold, open.most), width: Math.min(one.threshold, open.most - open.least) };
  }
  while (!isAsWide(range, wanted)) {
    const [next] = nextToGo(cells, suppressed, one.units, range.pinnedBy);
    if (!next) break; // nothing of this publication is told of it
    leaveOut(adversary, cells, suppressed, [next]);
    range = await adversary.rangeOf(one.units);
  }
  return range.whole ? null : wanted;
}

/**
 * Looks for worlds of whole people. First one that shows many at once; what none is found for in time is taken to be told, and figures
 * go until one is found: each time one more than the last, for the fewer equations stand, the sooner it is.
 */
async function findWhole(adversary: Adversary, cells: readonly PublishedCell[], suppressed: Set<string>, parted: readonly Wanted[], tell: Told): Promise<void> {
  let left = parted;
  for (let before = Infinity; left.length > 0 && left.length < before; ) {
    before = left.length;
    await adversary.seek(left.flatMap(({ units }) => units), 1);
    left = left.filter((one) => !isSeen(adversary, one));
  }
  let many = 1;
  for (const [done, one] of left.entries()) {
    tell(done, left.length);
    while (!isSeen(adversary, one) && !(await found(adversary, one))) {
      const next = nextToGo(cells, suppressed, one.units).slice(0, many);
      if (next.length === 0) break; // nothing of this publication is told of it
      leaveOut(adversary, cells, suppressed, next);
      many += 1;
    }
  }
}

async function found(adversary: Adversary, one: Wanted): Promise<boolean> {
  await adversary.seek(one.units, -1, 0);
  if (!isSeen(adversary, one)) await adversary.seek(one.units, 1, Math.max(one.most, adversary.seen(one.units).least + one.width));
  return isSeen(adversary, one);
}

function leaveOut(adversary: Adversary, cells: readonly PublishedCell[], suppressed: Set<string>, gone: readonly PublishedCell[]): void {
  for (const cell of gone) {
    suppressed.add(cell.id);
    adversary.conceal(cells.indexOf(cell));
  }
}

/** What the earlier publications leave open of it, as if this one told nothing. */
function openWithout(adversary: Adversary, cells: readonly PublishedCell[], suppressed: ReadonlySet<string>, units: readonly number[]): Promise<Range> {
  const own = cells.flatMap(({ id, isOut }, cell) => (isOut || suppressed.has(id) ? [] : [cell]));
  return adversary.without(own, () => adversary.rangeOf(units));
}

/** Of the figures that pin it down, or else of those that share units with it, or of all: the smallest first, totals last. */
function nextToGo(cells: readonly PublishedCell[], suppressed: ReadonlySet<string>, units: readonly number[], pinnedBy: readonly string[] = []): PublishedCell[] {
  const pins = new Set(pinnedBy);
  const free = cells.filter((cell) => !cell.isOut && !suppressed.has(cell.id) && cell.units.length > 0);
  const named = free.filter(({ id }) => pins.has(id));
  const touching = named.length > 0 ? named : sharing(free, units);
  return (touching.length > 0 ? touching : free).toSorted(leastMissed);
}

function sharing(cells: readonly PublishedCell[], units: readonly number[]): PublishedCell[] {
  const sought = new Set(units);
  return cells.filter((cell) => cell.units.some((unit) => sought.has(unit)));
}

const leastMissed = (a: PublishedCell, b: PublishedCell): number =>
  Number(a.isTotal) - Number(b.isTotal) || a.units.length - b.units.length || (a.id < b.id ? -1 : 1);
