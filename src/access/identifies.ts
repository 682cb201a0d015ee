import type { Actor } from '../kernel/actor/public.js';
import type { Instant } from '../kernel/time/public.js';

/** What the guard needs to know of a request. */
export interface Carried {
  readonly sessionToken: string | null;
  /** The secret of a program's token, out of `Authorization: Bearer`. */
  readonly bearer: string | null;
  readonly requestId: string;
  readonly onceKey: string | null;
  readonly bodyDigests: readonly string[];
}

/** What stands behind a session beside its permissions. */
export interface Standing {
  /** The person has lately shown that it is them: enough to open a form, or to send one. */
  readonly confirmedToOpen: boolean;
  readonly confirmedToSend: boolean;
  /** Files leave only from this moment on; null: they may. */
  readonly exportsFrom: Instant | null;
  /** A second factor is asked of everybody and this account has none yet. */
  readonly mustEnrol: boolean;
  /** A program with a token, not a person. */
  readonly program: boolean;
}

export interface Identified {
  readonly actor: Actor;
  readonly csrf: string;
  readonly standing: Standing;
}

/** Turns what a request carries into the actor behind it; src/staff does it. */
export abstract class Identifies {
  /** null when nobody is signed in, or the session has ended. */
  abstract actorOf(carried: Carried): Promise<Identified | null>;
}
