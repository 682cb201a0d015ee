import type { Instant } from '../kernel/time/public.js';
import type { ConsentGiver, ConsentScope } from './consent-scopes.js';
import { withNarrower } from './consent-scopes.js';

export type ConsentAnswer = 'yes' | 'no' | 'withdrawn';

/** One conversation about consent, as the rule needs it. */
export interface Decision {
  readonly id: string;
  /** Only what was asked: a scope left out was not spoken of. */
  readonly answers: Readonly<Partial<Record<ConsentScope, ConsentAnswer>>>;
  /** When it was said; an open side is not known. */
  readonly given: { readonly earliest: Instant | null; readonly latest: Instant | null };
  readonly recordedAt: Instant;
  /** Until when a yes holds; a no does not run out. */
  readonly expiresAt: Instant | null;
  readonly givenBy: ConsentGiver;
  /** Code of vocabularies/consent-capacities: how the person could decide. */
  readonly capacity: string;
  /** The partners a yes to passing on is bound to; null: not bound to one by its record. */
  readonly partnerIds: readonly string[] | null;
  /** Conditions were made, to be read before use. */
  readonly conditional: boolean;
}

/** Why a use is not allowed. The words are in words/<language>/consents.json. */
export type NotAllowed =
  | 'no_record'
  | 'refused'
  | 'withdrawn'
  | 'expired'
  | 'order_unclear'
  | 'guardian_missing'
  | 'own_missing'
  | 'giver_not_allowed'
  | 'other_partner'
  /** Not by anything that was said: the use of this person's data is restricted for now (src/requests). */
  | 'restricted';

export type Said = { readonly yes: true; readonly by: readonly Decision[] } | { readonly yes: false; readonly why: NotAllowed };

/** It was said by then at the latest: nothing is recorded before it is said. */
export const saidBy = ({ given, recordedAt }: Decision): Instant => (given.latest !== null && given.latest < recordedAt ? given.latest : recordedAt);

export const certainlyBefore = (one: Decision, other: Decision): boolean => other.given.earliest !== null && saidBy(one) < other.given.earliest;

/**
 * What these decisions say of one scope at a moment, without what wider ones take along. A yes counts from when it was
 * certainly said; a no from when it may have been. A no gives way only to a yes that was certainly said after it, so that
 * where the order is not known the narrower answer holds; and of several yeses the last ones must all still be running.
 */
export function saidOf(scope: ConsentScope, decisions: readonly Decision[], at: Instant): Said {
  const below = withNarrower(scope);
  const yeses = decisions.filter((one) => one.answers[scope] === 'yes' && saidBy(one) <= at);
  const nos = decisions.filter((one) => isNo(one, below) && (one.given.earliest === null || one.given.earliest <= at));
  const last = yeses.filter((one) => !yeses.some((other) => certainlyBefore(one, other)));
  const blocking = nos.filter((no) => last.length === 0 || last.some((yes) => !certainlyBefore(no, yes)));
  if (blocking.length > 0) return { yes: false, why: whyBlocked(blocking, last, below) };
  if (last.length === 0) return { yes: false, why: 'no_record' };
  if (last.some(({ expiresAt }) => expiresAt !== null && expiresAt <= at)) return { yes: false, why: 'expired' };
  return { yes: true, by: last };
}

const isNo = (one: Decision, scopes: readonly ConsentScope[]): boolean => scopes.some((scope) => ['no', 'withdrawn'].includes(one.answers[scope] ?? ''));

function whyBlocked(nos: readonly Decision[], yeses: readonly Decision[], scopes: readonly ConsentScope[]): NotAllowed {
  const after = nos.filter((no) => yeses.every((yes) => certainlyBefore(yes, no)));
  if (after.length === 0) return 'order_unclear';
  return after.some((no) => scopes.some((scope) => no.answers[scope] === 'withdrawn')) ? 'withdrawn' : 'refused';
}

/** Whether the person spoke of this scope at all by then, in any way that counts for it. */
export const spokeOf = (scope: ConsentScope, wider: readonly ConsentScope[], decisions: readonly Decision[], at: Instant): boolean =>
  decisions.some((one) => (one.given.earliest ?? at) <= at && (isNo(one, withNarrower(scope)) || wider.some((above) => one.answers[above] !== undefined)));
