import type { Instant } from '../time/public.js';

/** Fields of one row or one version, by their names in the program. */
export type Fields = Readonly<Record<string, unknown>>;

/**
 * What becomes of a table's rows when somebody is erased. Every table that has a subject, something sealed or a person's
 * or an account's id says it beside its columns; a test fails when one does not.
 */
export interface ErasureRule {
  /** Its own kind of record, when it has one. */
  readonly kind?: string;
  /** Columns by which a row hangs on what is erased, each with the kind of record it names: `{ individualId: 'individual' }`. */
  readonly of?: Readonly<Record<string, string | readonly string[]>>;
  /** A column with the subject whose key seals the row; rows of records have it by themselves. */
  readonly under?: string;
  /** `keep`: nothing in a row tells of a person once their key is gone. `delete`: the row goes. `blank`: what `left` says is left. */
  readonly then: 'keep' | 'delete' | 'blank';
  /** Columns with what stands in them afterwards; all others stay. For records the same is done to every version. */
  readonly left?: (row: Fields, at: Instant) => Fields;
  /** For a person who reads the code: why this is right. */
  readonly why: string;
}

const rules = new Map<unknown, ErasureRule>();

/** Declares the rule of a table beside its columns. */
export const OnErasure =
  (rule: ErasureRule): ClassDecorator =>
  (entity) => {
    rules.set(entity, rule);
  };

export const erasureRuleOf = (entity: unknown): ErasureRule | undefined => rules.get(entity);

/** Tables of this process by their rules, in the order they were declared. */
export const erasureRules = (): ReadonlyMap<unknown, ErasureRule> => rules;
