import { Injectable } from '@nestjs/common';
import { notRestrictedAtOnce, Reach } from '../access/public.js';
import { caseKind } from '../cases/public.js';
import { detentionKind } from '../detentions/public.js';
import { followUpKind } from '../follow-ups/public.js';
import { incidentKind, REPORTED_SQL } from '../incidents/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { Aside } from '../kernel/db/public.js';
import { numberOfDay } from './day-number.js';
import { incidentColumns, withDays } from './incident-figures.js';
import type { Extra } from './measure.js';
import { asText, rowsFrom, type AsText } from './rows-as-text.js';
import { joined, staysFrom, type StaysRead } from './read-stays.js';
import { numberText, setOf, type Field, type RecordSet } from './record-set.js';
import type { Scope } from './scope.js';
import type { Base, Source } from './subject.js';
import { caseColumns, FIRST_CONTACTS, taskColumns } from './workload.js';

type Extras = ReadonlySet<Extra>;

const more: Readonly<Partial<Record<Extra, (aside: Aside) => string>>> = {
  id: () => `string_agg(d.id, ' ') AS ids`,
  individual: () => `string_agg(COALESCE(d.individual_id, ''), ' ') AS people`,
  rulings: (aside) => `${aside.asBytes(`string_agg(d.rulings, ' ')`)} AS rulings`,
};

const none = setOf(0, () => ({ values: new Int32Array(), text: numberText }));

/** The only place where figures are read: every statement carries the reader's reach over the table it reads. */
@Injectable()
export class ReadRecords {
  constructor(
    private readonly reach: Reach,
    private readonly aside: Aside,
  ) {}

  /** What there is to count within the reader's reach; of stays those that may lie in the days of the scope, and those without a day. */
  async of(actor: Actor, source: Source, extras: Extras, scope: Scope): Promise<Base> {
    switch (source) {
      case 'stay':
        return this.stays(actor, extras, scope);
      case 'incident':
        return { set: await this.incidents(actor, extras), rulings: none };
      case 'task':
        return { set: await this.rows(actor, followUpKind, 't', this.by('follow_up_action t', 'ix_follow_up_action_figures'), idsOnlyFor(extras, taskColumns)), rulings: none };
      case 'case':
        return { set: await this.rows(actor, caseKind, 'c', `case_file c LEFT JOIN (${FIRST_CONTACTS}) k ON k.case_id = c.id`, idsOnlyFor(extras, caseColumns)), rulings: none };
    }
  }

  private async stays(actor: Actor, extras: Extras, scope: Pick<Scope, 'from' | 'to'>): Promise<Base> {
    const { sql, params } = this.reach.condition(actor, detentionKind, 'd');
    const columns = ['COUNT(*) AS n', `${this.aside.asBytes(`string_agg(d.card, '')`)} AS cards`, ...[...extras].flatMap((extra) => more[extra]?.(this.aside) ?? [])];
    const days = [...(scope.from ? ['d.start_last >= :from'] : []), ...(scope.to ? ['d.start_first <= :to'] : [])];
    const where = [this.aside.pulse, sql, notRestrictedAtOnce('d.individual_id'), ...(days.length > 0 ? [`d.start_last = 0 OR (${days.join(' AND ')})`] : [])].map((one) => `(${one})`).join(' AND ');
    const asked = { ...params, from: numberOfDay(scope.from ?? ''), to: numberOfDay(scope.to ?? '') };
    const from = (part: string): string => `(SELECT f.detention_id AS id, f.team_id, f.individual_id, f.start_first, f.start_last, f.card, f.rulings FROM detention_fact f WHERE ${part}) d`;
    const [incidents, read] = await Promise.all([
      extras.has('incident') ? this.rows(actor, incidentKind, 'n', this.by('incident n', 'ix_incident_figures'), toldOfIncidents) : null,
      this.aside.askInParts<StaysRead>('detention_fact', 'f', (part) => `SELECT ${columns.join(', ')} FROM ${from(part)} WHERE ${where}`, asked),
    ]);
    // After the cards: every number on them is there by now.
    return staysFrom(joined(read), await this.texts(), incidents);
  }

  private async incidents(actor: Actor, extras: Extras): Promise<RecordSet> {
    const [set, stays] = await Promise.all([
      this.rows(actor, incidentKind, 'n', `${this.by('incident n', 'ix_incident_figures')} LEFT JOIN (${REPORTED_SQL}) c ON c.incident_id = n.id`, incidentColumns),
      extras.has('known') ? this.stays(actor, new Set<Extra>(), { from: null, to: null }) : null,
    ]);
    const known = stays && knownPeople(set, stays.set);
    return withDays(set, (name) => (name === 'known_people' ? (known ?? undefined) : undefined));
  }

  private async rows(actor: Actor, kind: Parameters<Reach['condition']>[1], alias: string, from: string, columns: Readonly<Record<string, string>>): Promise<RecordSet> {
    const { sql, params } = this.reach.condition(actor, kind, alias);
    const [read] = await this.aside.ask<AsText>(`SELECT ${asText(Object.values(columns))} FROM ${from} WHERE ${this.aside.pulse} AND (${sql})`, params);
    return rowsFrom(read, Object.keys(columns));
  }

  private by(table: string, index: string): string {
    return `${table}${this.aside.by(index)}`;
  }

  /** The texts behind the numbers of cards. */
  private async texts(): Promise<readonly string[]> {
    const [read] = await this.aside.ask<AsText>(`SELECT ${asText(['x.number', 'x.text'])} FROM fact_text x`, {});
    const set = rowsFrom(read, ['number', 'text']);
    const [numbers, texts] = [set.field('number'), set.field('text')];
    const all: string[] = [''];
    for (const [n, value] of numbers.values.entries()) all[Number(numbers.text(value))] = texts.text(texts.values[n] ?? 0);
    return all;
  }
}

/** An id is different in every record: it is not read for figures. */
const idsOnlyFor = (extras: Extras, { id, ...columns }: Readonly<Record<string, string>>): Readonly<Record<string, string>> => (extras.has('id') && id ? { id, ...columns } : columns);

const { id, theme, permission, incident_kind, organiser } = incidentColumns;
const toldOfIncidents = { id, theme, permission, incident_kind, organiser };

/** Above every number of a person: an incident and a person together stay one whole number. */
const ROOM = 2 ** 31;

/** Of each incident how many different people are known among its detentions. */
function knownPeople(incidents: RecordSet, stays: RecordSet): Field {
  const [of, people] = [stays.field('incident_of'), stays.field('person')];
  const seen = new Set<number>();
  const number = new Map<number, number>();
  for (let record = 0; record < stays.count; record += 1) {
    const [incident = 0, person = -1] = [of.values[record], people.values[record]];
    const both = incident * ROOM + person;
    if (incident === 0 || person < 0 || seen.has(both)) continue;
    seen.add(both);
    number.set(incident, (number.get(incident) ?? 0) + 1);
  }
  const byId = new Map([...number].map(([incident, known]) => [of.text(incident), known]));
  const ids = incidents.field('id');
  return { values: ids.values.map((value) => byId.get(ids.text(value)) ?? 0), text: numberText };
}
