import type { Dice } from './dice.js';

/** A change of a world that leaves every figure that stands as it is, apart in what goes up by it and what goes down. */
export interface Move {
  readonly up: Int32Array;
  readonly upBy: Int32Array;
  readonly down: Int32Array;
  readonly downBy: Int32Array;
}

/** These together are to be as many, or as few. */
export interface Aim {
  readonly unknowns: readonly number[];
  readonly sense: 1 | -1;
  readonly target: number;
}

/** What a walk goes by. */
export interface Walking {
  readonly moves: readonly Move[];
  readonly dice: Dice;
  /** Told every world it comes through; with an aim, only those nearer to it. */
  readonly tell: (world: Int32Array) => void;
  /** Awaited now and then, so that others have their turn; what it throws ends the walk. */
  readonly turn: () => Promise<void>;
}

/** How readily a step is taken that makes it worse by one person. */
const WARMTH = 0.3;
/** What one person nearer to the aim weighs, beside one person below nought. */
const PULL = 0.2;
const STEPS_A_TURN = 20_000;

/** Each vector, both ways. */
export const movesOf = (basis: readonly Float64Array[]): Move[] => basis.flatMap((vector) => [moveOf(vector, 1), moveOf(vector, -1)]);

function moveOf(vector: Float64Array, sign: 1 | -1): Move {
  const at = [...vector.keys()];
  const by = (n: number): number => sign * (vector[n] ?? 0);
  const [up, down] = [at.filter((n) => by(n) > 0), at.filter((n) => by(n) < 0)];
  return { up: Int32Array.from(up), upBy: Int32Array.from(up, by), down: Int32Array.from(down), downBy: Int32Array.from(down, (n) => -by(n)) };
}

/**
 * Walks from one world to others by chance, in so many steps. A few people may be fewer than none for a while, for that is how one
 * gets from one world to the next; only what is a world is told of.
 * @returns whether the aim was reached
 */
export async function walk(from: Int32Array, steps: number, { moves, dice, tell, turn }: Walking, aim?: Aim): Promise<boolean> {
  const world = from.slice();
  const counted = new Set(aim?.unknowns);
  const gains = aim ? moves.map((move) => aim.sense * changeOf(move, counted)) : [];
  let missing = aim ? aim.sense * (aim.target - aim.unknowns.reduce((sum, unknown) => sum + (world[unknown] ?? 0), 0)) : 0;
  let below = 0;
  if (moves.length === 0) return false;
  for (let step = 1; step <= steps; step += 1) {
    if (step % STEPS_A_TURN === 0) await turn();
    const n = dice.below(moves.length);
    const [move, gain] = [moves[n], gains[n] ?? 0];
    if (!move) continue;
    const pull = aim ? PULL * (Math.max(0, missing - gain) - Math.max(0, missing)) : 0;
    const worse = worseBy(world, move, below > 0, -WARMTH * Math.log(dice.next()) - pull);
    if (worse === null) continue;
    take(world, move);
    below += worse;
    missing -= gain;
    if (below > 0) continue;
    if (!aim || gain > 0) tell(world);
    if (aim && missing <= 0) return true;
  }
  return false;
}

/** People below nought, more than before. @returns null when it is more than is allowed */
function worseBy(world: Int32Array, { up, upBy, down, downBy }: Move, isBelow: boolean, allowed: number): number | null {
  let worse = 0;
  if (isBelow) {
    for (let n = 0; n < up.length; n += 1) {
      const count = world[up[n] ?? 0] ?? 0;
      if (count < 0) worse -= Math.min(-count, upBy[n] ?? 0);
    }
  }
  for (let n = 0; n < down.length; n += 1) {
    const [count, by] = [world[down[n] ?? 0] ?? 0, downBy[n] ?? 0];
    if (count >= by) continue;
    worse += by - Math.max(0, count);
    if (worse > allowed) return null;
  }
  return worse > allowed ? null : worse;
}

function take(world: Int32Array, { up, upBy, down, downBy }: Move): void {
  for (let n = 0; n < up.length; n += 1) world[up[n] ?? 0] = (world[up[n] ?? 0] ?? 0) + (upBy[n] ?? 0);
  for (let n = 0; n < down.length; n += 1) world[down[n] ?? 0] = (world[down[n] ?? 0] ?? 0) - (downBy[n] ?? 0);
}

const changeOf = ({ up, upBy, down, downBy }: Move, counted: ReadonlySet<number>): number =>
  up.reduce((sum, at, n) => sum + (counted.has(at) ? (upBy[n] ?? 0) : 0), 0) - down.reduce((sum, at, n) => sum + (counted.has(at) ? (downBy[n] ?? 0) : 0), 0);
