import { createHash } from 'node:crypto';
import type { Paper, PaperRow, PaperSection } from '../../../documents/public.js';
import { sayBounds, sayInstant, type Bounds, type Instant } from '../../../kernel/time/public.js';
import { regionLabel } from '../../../places/public.js';
import { labelOf } from '../../../vocabularies/public.js';
import type { Words } from '../../words/words.js';
import type { FileDetention, PersonFile } from './person-file.js';

const UTC = 'UTC';

/** The file laid out for reading. */
export function personPaper(file: PersonFile, words: Words, madeAt: Instant): Paper {
  const say = (key: string): string => words.say(`person-file.${key}`);
  const { language } = words;
  const table = (heading: string, heads: readonly string[], rows: readonly PaperRow[]): PaperSection => ({
    ...{ heading, lead: null, bar: null, empty: rows.length === 0 ? say('nothing') : null },
    table: rows.length > 0 ? { columns: heads.map((head) => ({ head, share: 1 })), rows } : null,
  });
  const moment = (bounds: Bounds | null): string => (bounds ? sayBounds(bounds, language) : '');
  const at = (instant: string): string => sayInstant(instant as Instant, UTC, language);
  const field = (name: string): string => (words.has(`fields.${name}`) ? words.say(`fields.${name}`) : name);
  return {
    ...{ language, title: say('title'), reference: file.reference, madeAt, foot: [`${file.reference} · ${at(file.madeAt)}`, words.say('documents.fingerprint', { hash: createHash('sha256').update(JSON.stringify(file)).digest('hex') })] },
    pageOf: words.say('documents.page_of', { page: '{page}', pages: '{pages}' }),
    facts: Object.entries(file.person).filter(([, value]) => value !== null).map(([name, value]): PaperRow => [[field(name)], [told(name, value, language)]]),
    sections: [
      ...file.detentions.map((one) => table(one.reference, [say('what'), say('account'), say('from'), say('to')], stayRows(one, language, moment))),
      table(say('texts'), [say('field'), say('text')], file.texts.map(({ key, text }): PaperRow => [[field(key.split('.').at(-1) ?? key)], [text]])),
      table(say('cases'), [say('number')], file.cases.map((reference): PaperRow => [[reference]])),
      table(say('follow_ups'), [say('what'), say('state'), say('due')], file.followUps.map(({ kind, status, due }): PaperRow => [[labelOf('follow-up-kinds', kind, language)], [labelOf('follow-up-statuses', status, language)], [moment(due)]])),
      table(say('requests'), [say('number'), say('what'), say('state')], file.requests.map(({ reference, what, state }): PaperRow => [[reference], [labelOf('request-kinds', what, language)], [labelOf('request-states', state, language)]])),
      table(say('recipients'), [say('when'), say('purpose'), say('recipient')], file.disclosures.map(({ leftAt, purpose, recipient }): PaperRow => [[at(leftAt)], [purpose ? labelOf('export-purposes', purpose, language) : ''], [typeof recipient === 'string' ? recipient : '']])),
      table(say('readers'), [say('role'), say('times'), say('last')], file.readers.map(({ role, times, last }): PaperRow => [[words.say(`shell.role.${role}`)], [String(times)], [at(last)]])),
      table(say('withheld'), [say('field'), say('why')], file.withheld.map(({ what, why }): PaperRow => [[words.has(`person-file.of.${what}`) ? say(`of.${what}`) : field(what)], [say(`why.${why}`)]])),
    ],
  };
}

function stayRows(stay: FileDetention, language: Words['language'], moment: (bounds: Bounds | null) => string): PaperRow[] {
  const account = (code: string): string => labelOf('accounts', code, language);
  return [
    [[labelOf('detention-kinds', stay.kind, language)], [labelOf('outcomes', stay.outcome, language)], [regionLabel(stay.regionCode, language) ?? ''], ['']],
    ...stay.periods.map((one): PaperRow => [[labelOf('custody-period-kinds', one.kind, language)], [account(one.account)], [moment(one.start)], [moment(one.end)]]),
    ...stay.events.map((one): PaperRow => [[labelOf('event-kinds', one.kind, language)], [account(one.account)], [moment(one.at)], ['']]),
  ];
}

function told(name: string, value: unknown, language: Words['language']): string {
  const lists: Readonly<Record<string, string>> = { sex: 'sex', roles: 'roles-of-person', vulnerabilities: 'vulnerabilities' };
  const one = (part: unknown): string => {
    if (typeof part === 'object' && part !== null) return 'text' in part ? String(part.text) : Object.values(part).join(', ');
    return lists[name] ? labelOf(lists[name], String(part), language) : String(part);
  };
  if (name === 'regionCode') return regionLabel(value as string | null, language) ?? '';
  return Array.isArray(value) ? value.map(one).join('; ') : one(value);
}
