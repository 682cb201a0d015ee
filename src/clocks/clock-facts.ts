import { lastWordOf, startOf, stayEndOf, type Account, type CustodyPeriod, type DetentionEvent } from '../detentions/public.js';
import { boundsOf } from '../kernel/db/public.js';
import { firstOf, toldTogether, type Bounds, type Instant } from '../kernel/time/public.js';
import type { Moment } from './rule-pack.js';

type PeriodFacts = Pick<CustodyPeriod, 'id' | 'kind' | 'account' | 'start' | 'end' | 'withdrawn'>;
type EventFacts = Pick<DetentionEvent, 'id' | 'kind' | 'account' | 'at' | 'withdrawn'>;

export type Answer = 'yes' | 'no';
export type Answers = Readonly<Partial<Record<string, Answer>>>;

/** All that is known of one detention that a clock can ask for. */
export interface ClockFacts {
  readonly periods: readonly PeriodFacts[];
  readonly events: readonly EventFacts[];
  /** Kind of the detention, a code. */
  readonly kind: string;
  /** Answers of people to the questions that clocks ask. */
  readonly answers: Answers;
  /** Whether the person was a minor, as far as the birth says. */
  readonly minor: boolean | null;
  /** ISO 3166-1 country of the place; null: not known. */
  readonly country: string | null;
}

const accounts: readonly Account[] = ['observed', 'media', 'official'];

const standing = <Row extends { withdrawn: boolean }>(rows: readonly Row[]): Row[] => rows.filter((row) => !row.withdrawn);

/**
 * When a moment was, as told by the account nearest to it (observed, else media, else official) or by one account alone.
 * Several sources of that account are taken together (see `toldTogether`). null: nobody tells of it.
 */
export function momentOf(facts: ClockFacts, moment: Moment, account?: Account): Bounds | null {
  const { periods, events } = facts;
  if (moment === 'stay_begins') return startOf(periods, events, account);
  if (moment === 'stay_ends') return stayEndOf(periods, events, account);
  if (moment === 'arrived') return firstOf([eventOf(events, moment, account), arrivalOf(periods, account)].filter((one) => one !== null));
  return eventOf(events, moment, account);
}

function eventOf(events: readonly EventFacts[], kind: string, account?: Account): Bounds | null {
  for (const one of account ? [account] : accounts) {
    const told = standing(events).filter((event) => event.kind === kind && event.account === one);
    const moment = toldTogether(told.map((event) => boundsOf(event.at)).filter((at) => at !== null));
    if (moment) return moment;
  }
  return null;
}

/** Somebody held at a place arrived there when that period began: everything but the street and the way. */
function arrivalOf(periods: readonly PeriodFacts[], account?: Account): Bounds | null {
  for (const one of account ? [account] : accounts) {
    const indoors = standing(periods).filter(({ kind, account: by }) => by === one && !['street_containment', 'in_transport', 'unknown', 'unmapped', 'other'].includes(kind));
    const arrived = firstOf(indoors.map((period) => boundsOf(period.start)).filter((at) => at !== null));
    if (arrived) return arrived;
  }
  return null;
}

/** Until this moment the stay is certain, when nobody tells of its end. */
export const lastWord = ({ periods, events }: ClockFacts, now: Instant): Instant | null => lastWordOf(standing(periods), events, now);

const criminalEvents = ['suspected_criminal', 'court_application_filed', 'remand_ordered', 'remand_refused', 'remand_extended'];
const administrativeEvents = ['charged_admin', 'ruling_fine', 'ruling_warning', 'ruling_admin_arrest', 'arrest_order_pronounced', 'ruling_community_service'];

/** Whether a fact holds: as somebody answered, else as the record itself shows, else not known. */
export function factOf(facts: ClockFacts, fact: string): Answer | null {
  const answered = facts.answers[fact];
  if (answered) return answered;
  const has = (kinds: readonly string[]): boolean => standing(facts.events).some((event) => kinds.includes(event.kind));
  if (fact === 'criminal') {
    const criminal = has(criminalEvents) || ['criminal', 'remand'].includes(facts.kind);
    const administrative = has(administrativeEvents) || ['administrative', 'administrative_arrest'].includes(facts.kind);
    return criminal === administrative ? null : criminal ? 'yes' : 'no';
  }
  if (fact === 'arrest_bearing' && (has(['ruling_admin_arrest', 'arrest_order_pronounced']) || facts.kind === 'administrative_arrest')) return 'yes';
  if (fact === 'expulsion_bearing' && has(['ruling_expulsion'])) return 'yes';
  if (fact === 'intoxicated' && has(['sobered_certified'])) return 'yes';
  if (fact === 'minor' && facts.minor !== null) return facts.minor ? 'yes' : 'no';
  return null;
}
