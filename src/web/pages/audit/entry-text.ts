import type { AuditEntryView } from '../../../audit/public.js';
import type { Words } from '../../words/public.js';

/** The verbs that every kind of record has. */
const verbs = new Set(['recorded', 'revised', 'left_unchanged', 'seen', 'listed', 'refused', 'history_seen', 'revealed']);

/** What an act is called: its own words, or the verb with the kind of record. */
export function actText(act: string, words: Words): string {
  const own = `audit.act.${act}`;
  if (words.has(own)) return words.say(own);
  const [kind = '', verb = ''] = act.split('.');
  return verbs.has(verb) ? `${words.say(`kinds.${kind}`)}: ${words.say(`audit.verb.${verb}`)}` : act;
}

/** The small facts of an entry as one line: versions, fields, counts and codes; long lists of ids only as their number. */
export function detailText(entry: AuditEntryView, words: Words): string {
  const [before, after] = entry.versions ?? [null, null];
  const versions = after !== null && before !== after ? words.say('audit.versions', { before: before ?? 0, after }) : '';
  const fields = entry.fields.map((field) => (words.has(`fields.${field}`) ? words.say(`fields.${field}`) : field)).join(', ');
  const facts = Object.entries(entry.facts)
    .filter(([name, value]) => name !== 'ids' && value !== null)
    .map(([name, value]) => `${factName(name, words)}: ${factText(value, words)}`);
  return [versions, fields, ...facts].filter(Boolean).join(' · ');
}

function factName(name: string, words: Words): string {
  const key = `audit.fact.${name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`;
  return words.has(key) ? words.say(key) : name;
}

const factText = (value: unknown, words: Words): string => (typeof value === 'boolean' ? words.say(value ? 'lists.yes' : 'lists.no') : String(value));

/** The last part of an id: enough to tell two records apart on one page. */
export const shortId = (id: string): string => id.slice(-8);
