import { setImmediate as turn } from 'node:timers/promises';

/** A request that is taken in, looked at and written takes a few turns of the loop, each with something of its own to wait for. */
const TURNS = 8;

/** Counting is work of the thread that serves: between two tables whoever waits is served to the end. Costs nothing when nobody waits. */
export async function letOthers(): Promise<void> {
  for (let n = 0; n < TURNS; n += 1) await turn();
}
