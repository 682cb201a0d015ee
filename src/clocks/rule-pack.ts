import type { Language } from '../kernel/actor/public.js';

export type Said = Readonly<Record<Language, string>>;

/** A fact that decides whether a rule applies; code of vocabularies/circumstances. */
export interface Condition {
  readonly fact: string;
  readonly is: 'yes' | 'no';
}

/** `max_duration`: custody may last no longer. `must_happen_within`: a step is due. `immediate`: at once, no number. `deadline_for_us`: ours. */
export type RuleKind = 'max_duration' | 'must_happen_within' | 'immediate' | 'deadline_for_us';

/** What starts or stops a clock: an event kind, or `stay_begins` and `stay_ends` of the whole stay. */
export type Moment = string;

/** One legal clock, as data with its citation. The law itself never stands in code. */
export interface Rule {
  readonly id: string;
  readonly label: Said;
  readonly kind: RuleKind;
  readonly against: 'authorities' | 'us';
  /** The first of these that is told starts the clock. */
  readonly start: readonly Moment[];
  /** Another start where an event of that kind is recorded, such as sobering. */
  readonly startInstead?: readonly { readonly whenRecorded: string; readonly start: readonly Moment[] }[];
  readonly stop: readonly Moment[];
  /** Hours run from the minute of the start; `day` are calendar days of the place. */
  readonly limit?: { readonly value: number; readonly unit: 'h' | 'day' };
  readonly appliesIf: readonly Condition[];
  readonly cite: { readonly source: string; readonly article: string; readonly part?: string };
  readonly binding: 'national_law' | 'treaty' | 'soft_law' | 'comparative';
  readonly review: {
    readonly certainty: 'read_in_text' | 'read_in_secondary' | 'from_general_knowledge';
    readonly status: 'source_read' | 'needs_legal_review';
  };
  readonly inForce?: InForce;
  readonly note?: Said;
}

/** Calendar days, both included; null: open. */
export interface InForce {
  readonly from: string | null;
  readonly to: string | null;
}

export interface RulePack {
  readonly pack: string;
  readonly version: string;
  readonly title: Said;
  readonly role: 'national' | 'international' | 'comparative';
  /** ISO 3166-1; of a national pack. */
  readonly country?: string;
  readonly inForce: InForce;
  readonly note?: string;
  readonly sources: readonly { readonly id: string; readonly title: string; readonly url?: string; readonly read?: string; readonly state?: string }[];
  readonly rules: readonly Rule[];
}

/** A rule together with the pack it was taken from: every printed clock names both. */
export interface PackedRule {
  readonly rule: Rule;
  readonly pack: RulePack;
}
