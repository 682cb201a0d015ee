import { FateAdversary } from './fate-adversary.js';
import { classesOf, liesIn, sharedBy, type FateClass, type FateFigure, type FateTable } from './fate.js';
import { ALL } from './laid-keys.js';

/** Everybody a table counts shares one answer: no figure that is left out hides that. */
export class AllAlike extends Error {}

interface Looked {
  readonly tables: readonly FateTable[];
  readonly classes: readonly FateClass[];
  /** Ids of figures that do not stand. */
  readonly hidden: Set<string>;
}

/**
 * Leaves out more figures, until of nobody it is told for certain what befell them: for every group that shares one fate
 * ("12 of 12 were fined") the figures that stand must also fit a world in which one of the group does not share it. Zeroes
 * go where they have to: "none was released" tells the same. Leaving out only adds possible worlds, so what is safe stays safe.
 * @param tables all that tell of one kind of fate, of this publication and the earlier ones
 * @param suppressed ids of figures that do not stand already
 * @returns the ids of all that do not stand
 * @throws AllAlike
 */
export async function hideSharedFates(tables: readonly FateTable[], suppressed: ReadonlySet<string>): Promise<ReadonlySet<string>> {
  const looked: Looked = { tables, classes: classesOf(tables), hidden: new Set(suppressed) };
  const alike = looked.classes.flatMap((one, n) => (sharedBy(one) === null ? [] : [n]));
  if (alike.length === 0) return looked.hidden;
  for (const whole of [false, true]) await widen(looked, alike, whole);
  return looked.hidden;
}

async function widen({ tables, classes, hidden }: Looked, alike: readonly number[], whole: boolean): Promise<void> {
  const adversary = await FateAdversary.facing(tables, classes, whole);
  try {
    for (const id of hidden) adversary.conceal(id);
    for (const n of await told(adversary, alike)) {
      if (!(await canBeHidden(adversary, { tables, classes, hidden }, n))) continue;
      for (let answer = await adversary.asked([n]); answer.safe.length === 0; answer = await adversary.asked([n])) {
        const next = nextToGo({ tables, classes, hidden }, n, answer.pinnedBy);
        if (!next) throw new AllAlike();
        hidden.add(next.id);
        adversary.conceal(next.id);
      }
    }
  } finally {
    await adversary.close();
  }
}

/** Those nothing was found for: one dealing shows for many classes at once that they are safe. */
async function told(adversary: FateAdversary, alike: readonly number[]): Promise<readonly number[]> {
  let left = alike;
  for (let found = 1; found > 0 && left.length > 0; ) {
    const safe = new Set((await adversary.asked(left)).safe);
    left = left.filter((n) => !safe.has(n));
    found = safe.size;
  }
  return left;
}

/** With no figure of this publication at all. What the earlier ones tell together is told; that a table has one answer only, is not to be printed. */
async function canBeHidden(adversary: FateAdversary, { tables, classes, hidden }: Looked, n: number): Promise<boolean> {
  const own = tables.flatMap((table, t) => (table.isOut ? [] : table.figures.filter(({ id }) => !hidden.has(id)).map((figure) => ({ t, figure }))));
  for (const { figure } of own) adversary.conceal(figure.id);
  const safe = (await adversary.asked([n])).safe.length > 0;
  for (const { t, figure } of own) adversary.reveal(figure.id, countOf(classes, t, figure));
  if (!safe && !tables.some(({ isOut }, t) => isOut && classes[n]?.groups[t] !== null)) throw new AllAlike();
  return safe;
}

const countOf = (classes: readonly FateClass[], table: number, figure: FateFigure): number =>
  classes.reduce((sum, one) => sum + (liesIn(one, table, figure) ? (one.counts.get(figure.value) ?? 0) : 0), 0);

/** Of the figures that stand in the way, one of the class's own group rather than a total, the smallest first. */
function nextToGo({ tables, classes, hidden }: Looked, n: number, pinnedBy: readonly string[]): FateFigure | undefined {
  const one = classes[n];
  const free = tables.flatMap((table, t) => (table.isOut ? [] : table.figures.filter(({ id }) => !hidden.has(id)).map((figure) => ({ figure, own: one ? liesIn(one, t, figure) : false, count: countOf(classes, t, figure) }))));
  const pins = new Set(pinnedBy);
  const named = free.filter(({ figure }) => pins.has(figure.id));
  const own = free.filter((each) => each.own);
  const [next] = (named.length > 0 ? named : own.length > 0 ? own : free).toSorted(
    (a, b) => Number(a.figure.group === ALL) - Number(b.figure.group === ALL) || Number(b.own) - Number(a.own) || a.count - b.count || (a.figure.id < b.figure.id ? -1 : 1),
  );
  return next?.figure;
}
