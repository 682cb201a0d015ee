import { isMasked, mayRead } from '../../../access/public.js';
import type { Actor } from '../../../kernel/actor/public.js';
import { fieldsOf, type OpenVersion } from '../../../kernel/record/public.js';
import { sayInstant } from '../../../kernel/time/public.js';
import type { FieldChange, VersionShown } from '../../parts/public.js';
import { wordsFor } from '../../words/words.js';
import type { ShownKind } from './kinds.js';
import { isForPeople, valueText } from './value-text.js';

export interface Telling {
  readonly actor: Actor;
  readonly zone: string;
  readonly staff: ReadonlyMap<string, string>;
  readonly names: ReadonlyMap<string, string>;
}

/** The versions of a record as its history shows them, newest first, cut to what the reader may read. */
export function versionsShown(shown: ShownKind, versions: readonly OpenVersion[], telling: Telling): VersionShown[] {
  const { actor, zone, staff, names } = telling;
  return versions
    .map((one, place) => ({
      version: one.version,
      at: sayInstant(one.recordedAt, zone, actor.language),
      by: staff.get(one.recordedBy) ?? one.recordedBy,
      because: one.fields.erased ? wordsFor(actor.language).say('lists.erased') : mayRead(actor, 'narrative') ? one.because : null,
      source: one.sourceId ? (names.get(one.sourceId) ?? wordsFor(actor.language).say('fields.out_of_reach')) : null,
      changes: changesIn(shown, versions[place - 1]?.fields ?? {}, one.fields, telling),
    }))
    .reverse();
}

/** What differs between two states of one record, as text, cut to what the reader may read. */
export function changesIn(shown: ShownKind, before: OpenVersion['fields'], after: OpenVersion['fields'], { actor, zone, names }: Telling): FieldChange[] {
  const words = wordsFor(actor.language);
  const reader = { language: actor.language, zone, names };
  return Object.entries(fieldsOf(shown.kind)).flatMap(([field, fieldClass]): FieldChange[] => {
    if (!isForPeople(field) || same(before[field], after[field])) return [];
    const label = words.say(`fields.${field}`);
    // A masked value is asked for on the record itself, one at a time: its history says only that it changed.
    if (!mayRead(actor, fieldClass) || isMasked(shown.kind, field)) return [{ label, before: null, after: null, withheld: fieldClass }];
    const [was, is] = [valueText(shown, field, before[field], reader), valueText(shown, field, after[field], reader)];
    return was === is ? [] : [{ label, before: was, after: is }];
  });
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
