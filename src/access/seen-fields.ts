import type { Actor } from '../kernel/actor/public.js';
import { Problem } from '../kernel/errors/public.js';
import { fieldsOf, type ErasedMark, type FieldClass, type RecordKind } from '../kernel/record/public.js';

/** Stands where a value would be that the reader may not have: said, not blank. */
export interface Withheld {
  /** `erased`: nobody has it any more. */
  readonly withheld: FieldClass | 'erased';
  /** The reader may have it and has not asked yet: asking leaves a trace. */
  readonly masked?: true;
}

export const isWithheld = (value: unknown): value is Withheld => typeof value === 'object' && value !== null && 'withheld' in value;

export const mayRead = (actor: Actor, fieldClass: FieldClass): boolean =>
  fieldClass === 'open' || actor.fieldClasses.has(fieldClass);

/** Whether the actor may put something into a field of this class. */
export const mayFill = (actor: Actor, fieldClass: FieldClass): boolean =>
  fieldClass === 'open' || (actor.writeClasses.has(fieldClass) && mayRead(actor, fieldClass));

/** A value of a field class as the actor may have it; of a record that was erased nobody has any. */
export const shown = <T>(actor: Actor, fieldClass: FieldClass, value: T, of?: { readonly erased?: ErasedMark }): T | Withheld =>
  of?.erased ? { withheld: 'erased' } : mayRead(actor, fieldClass) ? value : { withheld: fieldClass };

/** The fields of a record (or of one version of it) as the actor may have them; the base of every view. */
export function seenFields(actor: Actor, kind: RecordKind, values: object, revealed: readonly string[] = []): Record<string, unknown> {
  const from = values as Record<string, unknown>;
  const gone = from.erased ? new Set(Object.keys(kind.sealed)) : new Set<string>();
  return Object.fromEntries(
    Object.entries(fieldsOf(kind)).map(([field, fieldClass]) => {
      if (gone.has(field)) return [field, { withheld: 'erased' } satisfies Withheld];
      const value = shown(actor, fieldClass, from[field] ?? null);
      const hide = isMasked(kind, field) && !revealed.includes(field) && value !== null && !isWithheld(value);
      return [field, hide ? ({ withheld: fieldClass, masked: true } satisfies Withheld) : value];
    }),
  );
}

/** Whether a field is shown only when somebody asks for it. */
export const isMasked = (kind: RecordKind, field: string): boolean => kind.masked?.includes(field) ?? false;

/**
 * Refuses changes to fields the actor may not write, and so to any it may not read: writing over what one cannot see destroys it.
 * @param current the record that is corrected: a form sends back what it showed, and that changes nothing. Of a field that is
 *   not read the same value is refused too, or guesses could be tried.
 * @throws Problem `field.not_yours` (403) naming the fields.
 */
export function mayWrite(actor: Actor, kind: RecordKind, changes: object, current: object = {}): void {
  const classes = fieldsOf(kind);
  const [now, next] = [current, changes] as Record<string, unknown>[];
  const same = (field: string): boolean => mayRead(actor, classes[field] ?? 'open') && JSON.stringify(now?.[field] ?? null) === JSON.stringify(next?.[field] ?? null);
  const refused = Object.keys(changes).filter((field) => !mayFill(actor, classes[field] ?? 'open') && !same(field));
  if (refused.length > 0) {
    throw new Problem('field.not_yours', { status: 403, fields: refused.map((field) => ({ field, code: 'field.not_yours' })) });
  }
}
