import { setImmediate as others } from 'node:timers/promises';
import { Dice } from './dice.js';
import { inChanges, isWorld, neighbourhoodOf, type Neighbourhood } from './neighbourhood.js';
import { SolverModel } from './solver.js';
import { unknownsAmong, type Unknowns } from './unknowns.js';
import { walk, type Aim, type Walking } from './world-walk.js';
import { isAsWide, type Wanted } from './wanted.js';

/** Without an aim: most of what is wanted is met on the way. */
const STEPS_ABOUT_FOR_EACH = 60_000;
const STEPS_TO_AN_AIM = 400_000;
/** From a world that branch and bound came to: others are near. */
const STEPS_FROM_THERE = 400_000;
/** Of going through all that is not met yet: each starts from the world in which it came farthest. */
const ROUNDS = 3;
/** Of branch and bound, for what no walk comes to. */
const NODES = 1000;
/** How much of its time it guesses: a world is looked for, and not the proof that there is none. */
const GUESSING = 0.3;
/** Counted are nodes, so that the same is left out on every machine; this only ends what would never end. */
const SECONDS = 20;

/** How far something was seen to reach, and the worlds of this neighbourhood it was farthest in. */
interface Seen {
  readonly places: readonly number[];
  least: number;
  most: number;
  lowest: Int32Array;
  highest: Int32Array;
}

/**
 * Looks for worlds of whole people that give every figure that stands: by walking about from the true one, and where that does not
 * do, by branch and bound. What was seen stays possible when more figures go.
 */
export class WorldSearch {
  private readonly seen = new Map<Wanted, { least: number; most: number }>();
  private readonly dice = new Dice();

  /** @param tell called now and then while it looks; what it throws ends the search */
  constructor(
    private readonly unknowns: Unknowns,
    private readonly tell: () => void,
  ) {}

  /** @param range what is known to be possible of it */
  want(one: Wanted, range: { readonly least: number; readonly most: number }): void {
    this.seen.set(one, { least: range.least, most: range.most });
  }

  has(one: Wanted): boolean {
    return isAsWide(this.rangeOf(one), one);
  }

  /**
   * Looks around the first of them, and walks towards the others that lie there.
   * @param rows by figure that stands, the unknowns it counts
   * @returns those it has looked for with all it can: the first, and all where there are so few unknowns that around is everywhere
   */
  async lookAround(left: readonly Wanted[], rows: readonly (readonly number[])[]): Promise<Wanted[]> {
    const [first] = left;
    if (!first) return [];
    this.tell();
    const near = await neighbourhoodOf(unknownsAmong(first.units, this.unknowns), rows, this.unknowns);
    const looked = this.lyingIn(near, left);
    const walking = { moves: near.moves, dice: this.dice, tell: (world: Int32Array) => this.note(near, looked, world), turn: () => this.turn() };
    await walk(near.truth, STEPS_ABOUT_FOR_EACH * looked.size, walking);
    for (let round = 0; round < ROUNDS; round += 1) {
      await this.aim(looked, async (seen, aim) => void (await walk(aim.sense < 0 ? seen.lowest : seen.highest, STEPS_TO_AN_AIM, walking, aim)));
    }
    const own = near.unknowns.length === this.unknowns.count ? looked : new Map([...looked].filter(([one]) => one === first));
    await this.solve(near, own, walking);
    return [...own.keys()];
  }

  private async turn(): Promise<void> {
    await others();
    this.tell();
  }

  private rangeOf(one: Wanted): { least: number; most: number } {
    return this.seen.get(one) ?? { least: Infinity, most: -Infinity };
  }

  private lyingIn(near: Neighbourhood, left: readonly Wanted[]): Map<Wanted, Seen> {
    const place = new Map(near.unknowns.map((unknown, at) => [unknown, at]));
    const looked = new Map<Wanted, Seen>();
    for (const one of left) {
      const unknowns = unknownsAmong(one.units, this.unknowns);
      const places = unknowns.flatMap((unknown) => place.get(unknown) ?? []);
      const truly = places.reduce((sum, at) => sum + (near.truth[at] ?? 0), 0);
      if (places.length === unknowns.length) looked.set(one, { places, least: truly, most: truly, lowest: near.truth, highest: near.truth });
    }
    return looked;
  }

  private note(near: Neighbourhood, looked: ReadonlyMap<Wanted, Seen>, world: Int32Array): void {
    let kept: Int32Array | null = null;
    for (const [one, seen] of looked) {
      let sum = 0;
      for (const place of seen.places) sum += world[place] ?? 0;
      if (sum >= seen.least && sum <= seen.most) continue;
      if (!kept && !isWorld(near, world)) return;
      kept ??= world.slice();
      if (sum < seen.least) [seen.least, seen.lowest] = [sum, kept];
      if (sum > seen.most) [seen.most, seen.highest] = [sum, kept];
      const range = this.rangeOf(one);
      this.seen.set(one, { least: Math.min(range.least, sum), most: Math.max(range.most, sum) });
    }
  }

  /** Down as far as needed, and up from there. */
  private async aim(looked: ReadonlyMap<Wanted, Seen>, seek: (seen: Seen, aim: Aim) => Promise<void>): Promise<void> {
    for (const [one, seen] of looked) {
      const { least, most } = this.rangeOf(one);
      if (most - least < one.width && least > 0) await seek(seen, { unknowns: seen.places, sense: -1, target: 0 });
      if (!this.has(one)) await seek(seen, { unknowns: seen.places, sense: 1, target: Math.max(one.most, this.rangeOf(one).least + one.width) });
    }
  }

  private async solve(near: Neighbourhood, looked: ReadonlyMap<Wanted, Seen>, walking: Walking): Promise<void> {
    if (near.basis.length === 0 || [...looked.keys()].every((one) => this.has(one))) return;
    const model = await SolverModel.open(inChanges(near), { mip_rel_gap: 0, mip_heuristic_effort: GUESSING });
    try {
      await this.aim(looked, async (_, { unknowns, sense, target }) => {
        this.tell();
        const costs = Float64Array.from(near.basis, (vector) => unknowns.reduce((sum, place) => sum - sense * (vector[place] ?? 0), 0));
        const truly = unknowns.reduce((sum, place) => sum + (near.truth[place] ?? 0), 0);
        const { feasible, counts } = await model.solve({ costs, target: -sense * (target - truly) + 0.001, seconds: SECONDS, nodes: NODES });
        if (!feasible) return;
        const world = near.truth.slice();
        near.basis.forEach((vector, n) => world.forEach((count, place) => (world[place] = count + Math.round(counts[n] ?? 0) * (vector[place] ?? 0))));
        if (!isWorld(near, world)) return;
        walking.tell(world);
        await walk(world, STEPS_FROM_THERE, walking);
      });
    } finally {
      await model.close();
    }
  }
}
