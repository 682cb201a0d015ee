import { Adversary, type Range } from './adversary.js';
import { isSmall, type PublishedCell, type Sensitive } from './published-cell.js';
import { smallDifferences } from './small-differences.js';
import { tellingFigures } from './telling-figures.js';
import { toldGroups } from './told-groups.js';
import { unknownsAmong } from './unknowns.js';
import { asWide, isAsWide, type Wanted } from './wanted.js';
import { WorldSearch } from './world-search.js';

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
  const adversary = await Adversary.facing(cells);
  try {
    cells.forEach(({ id }, n) => (suppressed.has(id) ? adversary.conceal(n) : undefined));
    const parted: Wanted[] = [];
    const hide = async (sensitive: readonly Sensitive[]): Promise<unknown> => parted.push(...(await widen(adversary, cells, suppressed, sensitive)));
    await hide([...cells.filter(({ id }) => small.has(id)), ...smallDifferences(cells.filter(({ id }) => !suppressed.has(id)), personOf)]);
    for (let before = -1; before < suppressed.size; ) {
      before = suppressed.size;
      await hide(await toldGroups(adversary, cells, personOf));
    }
    tell(0, parted.length);
    await findWhole(adversary, cells, suppressed, parted, tell);
  } finally {
    await adversary.close();
  }
  return { suppressed, small };
}

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
 * Looks for worlds of whole people. Where none is found, figures go until one is: each time one more than the last, for the
 * fewer equations stand, the sooner it is.
 */
async function findWhole(adversary: Adversary, cells: readonly PublishedCell[], suppressed: Set<string>, parted: readonly Wanted[], tell: Told): Promise<void> {
  const search = new WorldSearch(adversary.unknowns, () => tell(parted.filter((one) => search.has(one)).length, parted.length));
  for (const one of parted) search.want(one, adversary.seen(one.units));
  const rows = cells.map(({ units }) => unknownsAmong(units, adversary.unknowns));
  const standing = (): number[][] => rows.filter((_, n) => !suppressed.has(cells[n]?.id ?? ''));
  const hard: Wanted[] = [];
  for (let left = parted.filter((one) => !search.has(one)); left.length > 0; ) {
    const looked = new Set(await search.lookAround(left, standing()));
    hard.push(...[...looked].filter((one) => !search.has(one)));
    left = left.filter((one) => !looked.has(one) && !search.has(one));
  }
  const leaveOutWhatTells = (one: Wanted): boolean => {
    const stand = [...cells.keys()].filter((n) => !suppressed.has(cells[n]?.id ?? ''));
    const telling = tellingFigures(stand.map((n) => rows[n] ?? []), adversary.unknowns.count);
    const tells = new Set(stand.flatMap((n, at) => (telling[at] ? (cells[n] ?? []) : [])));
    const sorted = nextToGo(cells, suppressed, one.units);
    const next = sorted.find((cell) => tells.has(cell)) ?? sorted[0];
    if (next) leaveOut(adversary, cells, suppressed, [next]);
    return next !== undefined;
  };
  let many = 1;
  for (const [done, one] of hard.entries()) {
    while (!search.has(one)) {
      let gone = 0;
      for (; gone < many && leaveOutWhatTells(one); gone += 1);
      if (gone === 0) break; // nothing of this publication is told of it
      many += 1;
      await search.lookAround(hard.slice(done).filter((other) => !search.has(other)), standing());
    }
  }
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
