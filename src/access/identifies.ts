import type { Actor } from '../kernel/actor/public.js';

/** What the guard needs to know of a request. */
export interface Carried {
  readonly sessionToken: string | null;
  readonly requestId: string;
  readonly onceKey: string | null;
  readonly bodyDigest: string | null;
}

/** Turns what a request carries into the actor behind it; src/staff does it. */
export abstract class Identifies {
  /** null when nobody is signed in, or the session has ended. */
  abstract actorOf(carried: Carried): Promise<{ actor: Actor; csrf: string } | null>;
}
