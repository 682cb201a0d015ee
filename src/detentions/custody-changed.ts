import type { Work } from '../kernel/db/public.js';

/** What must be made anew when a period or an event of a detention changes; the durations do, one level above. */
export abstract class CustodyChanged {
  abstract after(work: Work, detentionId: string): Promise<void>;
}
