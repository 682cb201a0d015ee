import type { Account } from '../detentions/public.js';
import { sayBounds, type Bounds } from '../kernel/time/public.js';
import type { Timeline } from '../timeline/public.js';
import { codedValue, labelOf } from '../vocabularies/public.js';

/** What rests on sources: a period or an event. */
interface Told {
  readonly sourceId: string | null;
  readonly moreSourceIds: readonly string[];
  readonly account: Account;
}

const accounts: Readonly<Record<Account, string>> = { observed: 'as observed', media: 'as published', official: 'by official papers' };

/** Drafts are English: the bodies take English, French or Spanish, and nobody's words are translated by a machine. */
export const english = (list: string, code: string): string => labelOf(list, code, 'en');

/** "Sunday 10 January 2021, between 10:30 and 11:15, Almaty time (UTC+6)". */
export const moment = (bounds: Bounds): string => sayBounds(bounds, 'en');

/** Who told it, by kind and never by name: "as observed, reported by a witness". */
export function reported(told: Told, timeline: Timeline, unasked: ReadonlySet<string>): string {
  const ids = [...(told.sourceId ? [told.sourceId] : []), ...told.moreSourceIds];
  const tellers = [...new Set(ids.map((id) => teller(timeline.sources.get(id)?.kind, unasked.has(id))))];
  return `${accounts[told.account]}, reported by ${tellers.length > 0 ? tellers.join(' and ') : 'a source that was not recorded'}`;
}

function teller(kind: string | undefined, unasked: boolean): string {
  if (!kind || unasked || !codedValue('source-kinds', kind)) return 'a source kept confidential';
  if (kind === 'victim') return 'the person';
  if (['unknown', 'unmapped', 'other', 'anonymous'].includes(kind)) return 'a source kept confidential';
  const label = english('source-kinds', kind);
  const word = label.charAt(0).toLowerCase() + label.slice(1);
  return `${/^[aeio]/.test(word) ? 'an' : 'a'} ${word}`;
}
