import type { Standing } from '../access/public.js';
import { addHours, addMinutes, type Instant } from '../kernel/time/public.js';
import type { Session } from './session.entity.js';

/** How long showing that it is you lasts: shorter for opening a form than for sending it, so that nothing typed is lost. */
const CONFIRMED_MINUTES = { toOpen: 10, toSend: 40 };

/** What a session stands for beside its permissions. */
export function standingOf(session: Session, now: Instant, mustEnrol: boolean): Standing {
  const { confirmedAt, exportsFrom, lowRisk } = session;
  // Never under duress: a passkey or a token made there would open everything the next day.
  const until = (minutes: number): boolean => !lowRisk && confirmedAt !== null && addMinutes(confirmedAt, minutes) > now;
  return {
    confirmedToOpen: until(CONFIRMED_MINUTES.toOpen),
    confirmedToSend: until(CONFIRMED_MINUTES.toSend),
    // The low-risk view says what a new browser says: whoever looks on learns nothing.
    exportsFrom: lowRisk ? addHours(session.startedAt, 24) : exportsFrom !== null && exportsFrom > now ? exportsFrom : null,
    mustEnrol,
    program: false,
  };
}
