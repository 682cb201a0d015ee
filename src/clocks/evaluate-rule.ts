import type { Account } from '../detentions/public.js';
import { durationOf, firstOf, notComputable, type Bounds, type Instant, type MinMax } from '../kernel/time/public.js';
import { factOf, lastWord, momentOf, type ClockFacts } from './clock-facts.js';
import { deadlineOf, limitMinutes } from './deadline.js';
import type { Condition, Moment, PackedRule, Rule } from './rule-pack.js';

/** `measured`: the law names no number, the time that passed is shown. Never "violation": a clock informs, people decide. */
export type ClockState = 'within' | 'exceeds' | 'may_exceed' | 'running' | 'measured' | 'cannot_compute' | 'not_applicable';

export interface ClockResult {
  readonly packed: PackedRule;
  readonly state: ClockState;
  /** Facts nobody knows: the clock is one branch, it holds only if they are so. */
  readonly onlyIf: readonly Condition[];
  /** For `not_applicable`: the fact that rules it out. */
  readonly because: Condition | null;
  /** Moments nobody recorded, without which the answer is not sure or not to be had. */
  readonly missing: readonly Moment[];
  readonly start: Bounds | null;
  readonly stop: Bounds | null;
  /** Minutes from start to stop; without a stop until the last word of a source at least, until now at most. */
  readonly elapsed: MinMax;
  /** Between which moments the time runs out. */
  readonly due: Bounds | null;
}

/**
 * One rule over one detention, by all accounts or by one alone. Nothing is chosen where something is not known: an
 * unknown fact stays a condition, an unknown moment stays a bound, and what nobody recorded is named.
 */
export function evaluateRule(packed: PackedRule, facts: ClockFacts, now: Instant, account?: Account): ClockResult {
  const { rule } = packed;
  const none = { packed, onlyIf: [], because: null, missing: [], start: null, stop: null, elapsed: notComputable, due: null };
  const against = rule.appliesIf.find(({ fact, is }) => (factOf(facts, fact) ?? is) !== is);
  if (against) return { ...none, state: 'not_applicable', because: against };
  const onlyIf = rule.appliesIf.filter(({ fact }) => factOf(facts, fact) === null);
  const starts = startMoments(rule, facts);
  const start = firstOf(told(facts, starts, account));
  if (!start || (start.earliest === null && start.latest === null)) return { ...none, onlyIf, state: 'cannot_compute', missing: starts, start };
  const stop = firstOf(told(facts, rule.stop, account));
  const due = rule.limit ? deadlineOf(start, rule.limit) : null;
  const elapsed = elapsedOf(rule, facts, { start, stop, now });
  const known = { ...none, onlyIf, start, stop, due, elapsed };
  if (!rule.limit) return stop ? { ...known, state: 'measured' } : { ...known, state: 'cannot_compute', missing: rule.stop };
  return stop ? stopped(known, rule, facts, account) : notStopped(known, rule, now);
}

type Known = Omit<ClockResult, 'state'>;

/** The time has run its course: what is left is whether the limit lies before, within or after its bounds. */
function stopped(known: Known, rule: Rule, facts: ClockFacts, account?: Account): ClockResult {
  const { stop, due } = known;
  if (stop && stop.earliest === null && stop.latest === null) return { ...known, state: 'cannot_compute', missing: ['stay_ends'] };
  // A step recorded before the start is done all the same; custody cannot end before it begins.
  const reversed = Boolean(stop?.latest && known.start?.earliest && stop.latest < known.start.earliest);
  if (reversed && rule.kind === 'max_duration') return { ...known, state: 'cannot_compute', missing: ['stay_ends'] };
  if (stop?.latest && due?.earliest && stop.latest <= due.earliest) return { ...known, state: 'within' };
  const surelyLate = Boolean(stop?.earliest && due?.latest && stop.earliest > due.latest);
  if (!surelyLate) return { ...known, state: 'may_exceed' };
  // A release alone does not tell that the court step never was: it may only not be recorded.
  const steps = rule.stop.filter((moment) => moment !== 'stay_ends');
  const unrecorded = told(facts, steps, account).length === 0 ? steps : [];
  return unrecorded.length > 0 ? { ...known, state: 'may_exceed', missing: unrecorded } : { ...known, state: 'exceeds' };
}

/** Still running, or not recorded as done. Custody that lasts is certain until the last word. */
function notStopped(known: Known, rule: Rule, now: Instant): ClockResult {
  const { due, elapsed } = known;
  const onlyCustody = rule.stop.every((moment) => moment === 'stay_ends');
  const limit = rule.limit ? limitMinutes(rule.limit) : null;
  if (rule.kind === 'max_duration' && onlyCustody && limit !== null && elapsed.min !== null && elapsed.min > limit) return { ...known, state: 'exceeds' };
  const missing = rule.stop;
  return { ...known, missing, state: due?.earliest && now < due.earliest ? 'running' : 'may_exceed' };
}

function elapsedOf(rule: Rule, facts: ClockFacts, { start, stop, now }: { start: Bounds; stop: Bounds | null; now: Instant }): MinMax {
  if (stop) return durationOf({ start, end: stop }, now);
  const earliest = rule.kind === 'max_duration' ? lastWord(facts, now) : null;
  return durationOf({ start, end: { earliest, latest: now, precision: 'between', zone: start.zone, asSaid: null } }, now);
}

const startMoments = (rule: Rule, facts: ClockFacts): readonly Moment[] =>
  rule.startInstead?.find(({ whenRecorded }) => momentOf(facts, whenRecorded) !== null)?.start ?? rule.start;

const told = (facts: ClockFacts, moments: readonly Moment[], account?: Account): Bounds[] =>
  moments.map((moment) => momentOf(facts, moment, account)).filter((moment) => moment !== null);
