import type { ClockView } from '../clocks/public.js';
import type { Account, DetentionView } from '../detentions/public.js';
import type { CustodyFigures } from '../durations/public.js';
import type { FollowUpView } from '../follow-ups/public.js';
import type { IndividualRowView } from '../individuals/public.js';
import type { Instant, MinMax } from '../kernel/time/public.js';
import type { SourceShown } from './record-names.js';
import type { Finding } from './contradictions.js';

/** Everything a lawyer reads of one stay, as one reader may know it, now or at a past moment. */
export interface Timeline {
  readonly detention: DetentionView;
  readonly individual: IndividualRowView | null;
  readonly incident: { readonly id: string; readonly reference: string; readonly title: string } | null;
  /** null while no start is known. */
  readonly figures: CustodyFigures | null;
  /** The whole stay as each account alone has it, in minutes. */
  readonly byAccount: Readonly<Partial<Record<Account, MinMax>>>;
  readonly findings: readonly Finding[];
  readonly clocks: readonly ClockView[];
  /** Facts whose answer would settle a branch of a clock. */
  readonly questions: readonly string[];
  readonly followUps: readonly FollowUpView[];
  readonly placeNames: ReadonlyMap<string, string>;
  /** Sources the reader reaches; the others are protected and not even named. */
  readonly sources: ReadonlyMap<string, SourceShown>;
  readonly zone: string;
  /** The moment everything derived is computed for. */
  readonly now: Instant;
  /** The past moment whose knowledge this is; null: the present. */
  readonly asOf: Instant | null;
}
