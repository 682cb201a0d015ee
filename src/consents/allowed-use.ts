import type { Instant } from '../kernel/time/public.js';
import { codedValue } from '../vocabularies/public.js';
import { NARROWEST, othersMayDecide, withWider, type ConsentScope } from './consent-scopes.js';
import { certainlyBefore, saidBy, saidOf, spokeOf, type Decision, type NotAllowed, type Said } from './said-of-scope.js';

/** Who the decisions are about. */
export interface ConsentSubject {
  /** A minor until then; null with `minor`: nobody knows until when. */
  readonly minor: boolean;
  readonly grownAt: Instant | null;
}

export const ofAge: ConsentSubject = { minor: false, grownAt: null };

export interface Verdict {
  readonly allowed: boolean;
  readonly why: NotAllowed | null;
  /** Somebody else than a grown person decided: a lawyer has to look at whether that is enough. */
  readonly needsLegalReview: boolean;
  /** Until when it is allowed, as far as is known today; null: no end is known. */
  readonly until: Instant | null;
  /** There are conditions to read before use. */
  readonly conditional: boolean;
  readonly decisionIds: readonly string[];
}

export interface Use {
  readonly scope: ConsentScope;
  readonly at: Instant;
  /** Of passing on: to whom; null is nobody in particular, to whom no yes is bound. Left out, nothing is asked about it. */
  readonly partnerId?: string | null;
}

/**
 * Whether data of somebody may be used so, at a moment: the one rule. Pure.
 *
 * 1. Without any record only help inside the organisation is allowed.
 * 2. A wider use takes narrower ones of its line along: by name > under another name > in figures; UN by name > in confidence;
 *    and all of them internal help. A no to a narrower one is a no to the wider.
 * 3. A withdrawal only ever narrows, and so does the end of a term.
 * 4. A grown person's own word decides, whatever others say. Where the person cannot be asked and has not spoken of it,
 *    others may decide where vocabularies/consent-scopes lets them.
 * 5. A minor needs a guardian's yes and an own one, unless the guardian's decision says that the child is too young. What a
 *    minor said, or somebody for the minor, does not become a grown person's word by itself: it is asked again.
 */
export function mayBeUsed(use: Use, decisions: readonly Decision[], subject: ConsentSubject): Verdict {
  if (use.scope === NARROWEST) return mayBeHelped(use.at, decisions, subject);
  const verdicts = withWider(use.scope).map((scope) => verdictOf({ ...use, scope }, decisions, subject));
  const yes = verdicts.find(({ allowed }) => allowed);
  if (yes) return yes;
  const own = verdicts[0] ?? denied('no_record');
  // A no to a wider use says nothing of this one; a yes to it that no longer counts does.
  return own.why === 'no_record' ? (verdicts.find(({ why }) => why !== 'no_record' && why !== 'refused') ?? own) : own;
}

/**
 * Help needs no yes; it ends with a no of the person, and of a minor's guardian. A family cannot send the help away that a
 * grown person asked for.
 */
function mayBeHelped(at: Instant, decisions: readonly Decision[], { minor, grownAt }: ConsentSubject): Verdict {
  const own = decisions.filter(({ givenBy }) => givenBy === 'self');
  const grown = minor && grownAt !== null && at >= grownAt;
  const ownWord = grown && own.some((one) => saysYes(one) && saidBy(one) <= at && sinceGrown(one, grownAt));
  const others = minor && !ownWord ? decisions.filter(({ givenBy }) => givenBy !== 'self') : [];
  const sentAway = [...standingNos(own, at), ...standingNos(others, at).filter(({ givenBy }) => givenBy === 'guardian')];
  const withdrawn = sentAway.some(({ answers }) => answers[NARROWEST] === 'withdrawn');
  return sentAway.length === 0 ? granted([], false) : denied(withdrawn ? 'withdrawn' : 'refused', minor && !grown);
}

/** The noes to any help at all after which nobody of these certainly said yes to anything. */
const standingNos = (decisions: readonly Decision[], at: Instant): Decision[] =>
  decisions.filter((no) => ['no', 'withdrawn'].includes(no.answers[NARROWEST] ?? '') && (no.given.earliest ?? at) <= at)
    .filter((no) => !decisions.some((one) => saysYes(one) && saidBy(one) <= at && certainlyBefore(no, one)));

const saysYes = ({ answers }: Decision): boolean => Object.values(answers).includes('yes');

/** Of an unknown beginning the moment of recording counts: a grown person is not asked for a guardian over a vague date. */
const sinceGrown = ({ given, recordedAt }: Decision, grownAt: Instant | null): boolean => grownAt === null || (given.earliest ?? recordedAt) >= grownAt;

function verdictOf(use: Use, decisions: readonly Decision[], subject: ConsentSubject): Verdict {
  const own = decisions.filter(({ givenBy }) => givenBy === 'self');
  const others = decisions.filter(({ givenBy }) => givenBy !== 'self');
  const verdict = asAMinor(use, own, subject) ? ofMinor(use, own, others, subject) : ofGrown(use, own, others, subject);
  return boundToPartner(use, verdict, decisions);
}

/** A minor now, or one whose own yes is from then. */
function asAMinor({ scope, at }: Use, own: readonly Decision[], { minor, grownAt }: ConsentSubject): boolean {
  if (!minor) return false;
  if (grownAt === null || at < grownAt) return true;
  const said = saidOf(scope, own, at);
  return said.yes && said.by.some((one) => !sinceGrown(one, grownAt));
}

function ofMinor({ scope, at }: Use, own: readonly Decision[], others: readonly Decision[], { grownAt }: ConsentSubject): Verdict {
  const guardian = saidOf(scope, others.filter(({ givenBy }) => givenBy === 'guardian'), at);
  const self = saidOf(scope, own, at);
  if (!self.yes && self.why !== 'no_record') return denied(self.why, true);
  if (!guardian.yes) return denied(guardian.why === 'no_record' ? (self.yes ? 'guardian_missing' : 'no_record') : guardian.why, true);
  const grown = grownAt !== null && at >= grownAt;
  const tooYoung = guardian.by.every(({ capacity }) => capacity === 'too_young') && !grown;
  if (!self.yes && !tooYoung) return denied('own_missing', true);
  const verdict = granted([...guardian.by, ...(self.yes ? self.by : [])], true);
  return grown ? verdict : { ...verdict, until: earliest(verdict.until, self.yes ? null : grownAt) };
}

function ofGrown({ scope, at }: Use, own: readonly Decision[], others: readonly Decision[], { minor, grownAt }: ConsentSubject): Verdict {
  if (spokeOf(scope, withWider(scope), own, at)) return verdictFrom(saidOf(scope, own, at), false);
  const sinceThen = minor ? others.map((one) => (sinceGrown(one, grownAt) ? one : withoutYes(one))) : others;
  const said = saidOf(scope, sinceThen, at);
  if (!said.yes) return said.why === 'no_record' && saidOf(scope, others, at).yes ? denied('own_missing', true) : denied(said.why);
  const counts = said.by.every((one) => othersMayDecide(scope, one.givenBy) && (one.givenBy === 'representative' || cannotBeAsked(one)));
  return counts ? verdictFrom(said, true) : denied('giver_not_allowed', true);
}

const withoutYes = (one: Decision): Decision => ({ ...one, answers: Object.fromEntries(Object.entries(one.answers).filter(([, answer]) => answer !== 'yes')) });

const cannotBeAsked = ({ capacity }: Decision): boolean => codedValue('consent-capacities', capacity)?.others === true;

/** A yes to passing on that names partners is no yes to others. */
function boundToPartner({ scope, partnerId }: Use, verdict: Verdict, decisions: readonly Decision[]): Verdict {
  if (!verdict.allowed || scope !== 'share_partner' || partnerId === undefined) return verdict;
  const bound = decisions.filter(({ id, partnerIds }) => verdict.decisionIds.includes(id) && partnerIds !== null);
  return bound.every(({ partnerIds }) => partnerId !== null && partnerIds?.includes(partnerId)) ? verdict : denied('other_partner', verdict.needsLegalReview);
}

const verdictFrom = (said: Said, review: boolean): Verdict => (said.yes ? granted(said.by, review) : denied(said.why, review));

const denied = (why: NotAllowed, needsLegalReview = false): Verdict => ({
  ...{ allowed: false, why, needsLegalReview, until: null, conditional: false, decisionIds: [] },
});

const granted = (by: readonly Decision[], needsLegalReview: boolean): Verdict => ({
  allowed: true,
  why: null,
  needsLegalReview,
  until: by.map(({ expiresAt }) => expiresAt).reduce(earliest, null),
  conditional: by.some(({ conditional }) => conditional),
  decisionIds: by.map(({ id }) => id),
});

const earliest = (one: Instant | null, other: Instant | null): Instant | null => (one === null ? other : other === null || one < other ? one : other);
