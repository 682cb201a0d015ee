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

/**
 * Decides which figures of a publication stay out, so that nobody who holds it and all earlier ones can tell a small number
 * of people: first the small figures themselves, then others, one by one, until for everything sensitive the possible
 * values reach the threshold and lie a whole threshold apart, or as far as the earlier publications alone leave open. Leaving
 * a figure out only ever widens what is possible, so what is safe stays safe. (Cell suppression as in official statistics; audited as a linear programme, see Adversary.)
 * @param cells of this publication and the earlier ones
 * @param personOf the person of each counted unit: a figure is small by people, not by detentions
 */
export async function suppress(cells: readonly PublishedCell[], personOf: readonly string[]): Promise<Suppression> {
  const small = new Set(cells.filter((cell) => !cell.isOut && isSmall(cell.units, cell.threshold, personOf)).map(({ id }) => id));
  const suppressed = new Set(small);
  const parted: Sensitive[] = [];
  await facing(cells, suppressed, false, async (adversary) => {
    const hide = async (sensitive: readonly Sensitive[]): Promise<unknown> => parted.push(...(await widen(adversary, cells, suppressed, sensitive)));
    await hide([...cells.filter(({ id }) => small.has(id)), ...smallDifferences(cells.filter(({ id }) => !suppressed.has(id)), personOf)]);
    for (let before = -1; before < suppressed.size; ) {
      before = suppressed.size;
      await hide(await toldGroups(adversary, cells, personOf));
    }
  });
  if (parted.length > 0) await facing(cells, suppressed, true, async (adversary) => void (await widen(adversary, cells, suppressed, await notSeen(adversary, parted))));
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

/** Of these the ones that no world of whole people was found for. First each is looked for for all that are left, and shows many at once. */
async function notSeen(adversary: Adversary, sensitive: readonly Sensitive[]): Promise<readonly Sensitive[]> {
  let left = sensitive;
  for (let before = Infinity; left.length > 0 && left.length < before; ) {
    before = left.length;
    await adversary.seek(left.flatMap(({ units }) => units), 1);
    left = left.filter((one) => !isSeen(adversary, one));
  }
  const unseen: Sensitive[] = [];
  for (const one of left) {
    if (isSeen(adversary, one)) continue;
    await adversary.seek(one.units, 1, adversary.seen(one.units).least + one.threshold);
    if (isSeen(adversary, one)) continue;
    await adversary.seek(one.units, -1, 0);
    await adversary.seek(one.units, 1, adversary.seen(one.units).least + one.threshold);
    if (!isSeen(adversary, one)) unseen.push(one);
  }
  return unseen;
}

const isSeen = (adversary: Adversary, { units, threshold }: Sensitive): boolean => isAsWide(adversary.seen(units), { most: threshold, width: threshold });

/** Answers those of which only worlds with people in parts were found; whoever is safe in whole ones stays it. */
async function widen(adversary: Adversary, cells: readonly PublishedCell[], suppressed: Set<string>, sensitive: readonly Sensitive[]): Promise<Sensitive[]> {
  const parted: Sensitive[] = [];
  for (const one of sensitive) if (!isSeen(adversary, one) && !(await widened(adversary, cells, suppressed, one))) parted.push(one);
  return parted;
}

/** @returns whether both ends of what is possible now are worlds of whole people */
async function widened(adversary: Adversary, cells: readonly PublishedCell[], suppressed: Set<string>, { units, threshold }: Sensitive): Promise<boolean> {
  let range = await adversary.rangeOf(units);
  if (isAsWide(range, { most: threshold, width: threshold })) return range.whole;
  const open = await openWithout(adversary, cells, suppressed, units);
  const wide: Width = { most: Math.min(threshold, open.most), width: Math.min(threshold, open.most - open.least) };
  for (; !isAsWide(range, wide); range = await adversary.rangeOf(units)) {
    const next = nextToGo(cells, suppressed, range, units);
    if (!next) break; // nothing of this publication is told of it
    suppressed.add(next.id);
    adversary.conceal(cells.indexOf(next));
  }
  return range.whole;
}

/** What the earlier publications leave open of it, as if this one told nothing. */
function openWithout(adversary: Adversary, cells: readonly PublishedCell[], suppressed: ReadonlySet<string>, units: readonly number[]): Promise<Range> {
  const own = cells.flatMap(({ id, isOut }, cell) => (isOut || suppressed.has(id) ? [] : [cell]));
  return adversary.without(own, () => adversary.rangeOf(units));
}

interface Width {
  readonly most: number;
  readonly width: number;
}

/** Possible are both a value that is not small and one far enough below it. */
const isAsWide = ({ least, most }: Range, wide: Width): boolean => most >= wide.most && most - least >= wide.width;

/** Of the figures that pin it down, the smallest that is no total; if the solver names none, any that shares units with it. */
function nextToGo(cells: readonly PublishedCell[], suppressed: ReadonlySet<string>, range: Range, units: readonly number[]): PublishedCell | undefined {
  const pins = new Set(range.pinnedBy);
  const free = cells.filter((cell) => !cell.isOut && !suppressed.has(cell.id) && cell.units.length > 0);
  const named = free.filter(({ id }) => pins.has(id));
  const touching = named.length > 0 ? named : sharing(free, units);
  return (touching.length > 0 ? touching : free).toSorted(leastMissed)[0];
}

function sharing(cells: readonly PublishedCell[], units: readonly number[]): PublishedCell[] {
  const sought = new Set(units);
  return cells.filter((cell) => cell.units.some((unit) => sought.has(unit)));
}

const leastMissed = (a: PublishedCell, b: PublishedCell): number =>
  Number(a.isTotal) - Number(b.isTotal) || a.units.length - b.units.length || (a.id < b.id ? -1 : 1);
