import type { Instant } from '../kernel/time/public.js';

/** Which records a report is about. Days are local ones, both included. */
export interface Scope {
  readonly from: string | null;
  readonly to: string | null;
  readonly region: string | null;
  readonly authority: string | null;
  readonly kind: string | null;
  readonly outcome: string | null;
  readonly incident: string | null;
  /** Regions as of the day of the event, or as they are now. */
  readonly borders: 'event' | 'current';
  /** "Now" for what runs out. */
  readonly now: Instant;
}
