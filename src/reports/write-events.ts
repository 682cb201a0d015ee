import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Reach } from '../access/public.js';
import { Disclosures, MayUse, NARROWEST, type ConsentScope } from '../consents/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { Incident, incidentKind } from '../incidents/public.js';
import { counted, rowsOf, UnitOfWork } from '../kernel/db/public.js';
import { Records } from '../kernel/record/public.js';
import { codedValue } from '../vocabularies/public.js';
import { useOf } from './count-agreed.js';
import { CountRecords } from './count-records.js';
import { esfDate } from './esf-date.js';
import { esfListings, LISTED, listingSql, type EsfTable } from './esf-listings.js';
import { KeepFacts } from './keep-facts.js';
import type { ReportInput } from './report.input.js';
import type { MadeFile } from './report-files.js';
import { scopeOf } from './run-report.js';
import type { Scope } from './scope.js';
import { subjects } from './subjects.js';
import { tableFile, type TableLine } from './table-file.js';
import { toldByRefusers } from './told-by-refusers.js';

/** Headings: the field's number in the Events Standard Formats and its name. */
const heads: Readonly<Record<EsfTable, readonly string[]>> = {
  event: ['0101 event record number', '0111 geographical term', '0112 local geographical area', '0113 initial date', '0113 initial date type', '0114 final date', '0114 final date type', '0151 violation status', '0154 index terms'],
  act: ['2101 act record number', '2102 victim', '2103 event', '2109 type of act', '2111 initial date', '2111 initial date type', '2121 final date', '2121 final date type', '2123 status at the end of the act', '3110 type of detention', '2155 counting unit', 'victims at least', 'victims at most'],
  person: ['0901 person record number', '0902 counting unit', '0908 date of birth', '0908 date type', '0909 sex', '0916 characteristics'],
};

/** MT41 of what nobody has looked into yet. */
const NOT_ASSESSED = '99';

type Row = Readonly<Record<string, string | number | null>>;

/**
 * Records in the Events Standard Formats of HURIDOCS, one a row: who did what to whom, by reference numbers and codes.
 * No name, no note and no source leaves this way. Coded values are those of its micro-thesauri where our lists have one.
 */
@Injectable()
export class WriteEvents {
  constructor(
    private readonly disclosures: Disclosures,
    private readonly mayUse: MayUse,
    private readonly reader: EntityManager,
    private readonly reach: Reach,
    private readonly count: CountRecords,
    private readonly facts: KeepFacts,
    private readonly work: UnitOfWork,
    private readonly records: Records,
  ) {}

  /**
   * Left out are people whose consent does not reach this purpose or who made conditions, which a table cannot keep, and what a source tells that said no. How many
   * records that were, stands in the log and beside the file. It is asked of every batch as it leaves: what was closed or taken back in between does not. @param atOnce records of a batch
   */
  async of(actor: Actor, table: EsfTable, input: ReportInput, purpose: string, atOnce = LISTED): Promise<MadeFile> {
    const scope = scopeOf(input, this.work);
    await this.facts.ready();
    const use = useOf(purpose);
    const found = await this.within(actor, table, scope);
    const { kind, alias, beside } = esfListings[table];
    const next = async (from: number): Promise<readonly Row[]> => {
      const ids = found.ids.slice(from, from + atOnce);
      const reached = this.reach.condition(actor, kind, alias);
      const sql = listingSql(esfListings[table], { row: reached.sql, beside: beside ? this.reach.condition(actor, beside.kind, beside.alias).sql : '' });
      const listed = await counted<Row>(this.reader, sql, { ...reached.params, ids });
      return table === 'event' ? this.withPlaces(listed) : listed.map((row) => ({ ...row, ...found.more(String(row.id)) }));
    };
    const leave = (listed: readonly Row[], going: readonly Row[]): Promise<void> => this.leave(actor, { table, purpose, scope: use, found: listed, going });
    const agreed = (listed: readonly Row[]): Promise<readonly Row[]> => (use === NARROWEST ? Promise.resolve(listed) : this.agreed(table, use, listed));
    let left = 0;
    async function* batches(): AsyncGenerator<TableLine[]> {
      for (let from = 0; from < found.ids.length; from += atOnce) {
        const listed = await next(from);
        const going = await agreed(listed);
        await leave(listed, going);
        left += listed.length - going.length;
        yield going.map((row) => lines[table](row));
      }
    }
    return { ...tableFile([heads[table]], batches()), ...(use === NARROWEST ? {} : { left: () => left }) };
  }

  /** The ids of the records in the scope within reach, and of detentions what only their facts tell. */
  private async within(actor: Actor, table: EsfTable, scope: Scope): Promise<{ ids: readonly string[]; more: (id: string) => Row }> {
    const subject = subjects[esfListings[table].subject];
    const { set } = await this.count.records(actor, { subject, dimensions: [], measures: [] }, scope);
    const id = set.field(table === 'person' ? 'individual' : 'id');
    const places = new Map(Array.from(id.values, (value, place) => [id.text(value), place]));
    const said = (name: string, place: number): string => set.field(name).text(set.field(name).values[place] ?? 0);
    const more = (one: string): Row => {
      const place = places.get(one);
      if (table !== 'act' || place === undefined) return {};
      return { a: said('start_first', place), b: said('start_last', place), c: said('end_first', place), d: said('end_last', place) };
    };
    return { ids: [...places.keys()].sort(), more };
  }

  /** Of these the ones that may be used so. Where nobody is named by a number, nobody is there to be asked. */
  private async agreed(table: EsfTable, use: ConsentScope, listed: readonly Row[]): Promise<readonly Row[]> {
    const at = this.work.clock.now();
    const verdicts = await this.mayUse.of({ about: 'individual', ids: listed.flatMap(({ person }) => (person ? [String(person)] : [])) }, { scope: use, at });
    const refusers = table === 'act' ? await this.mayUse.refusingSources({ scope: use, at }) : new Set<string>();
    const refused = await toldByRefusers(this.reader, refusers, listed.map(({ id }) => String(id)));
    return listed.filter(({ id, person }) => {
      const verdict = person ? verdicts.get(String(person)) : null;
      return (verdict === null || (verdict?.allowed === true && !verdict.conditional)) && !refused.has(String(id));
    });
  }

  /** Where it was in the words of the source: they are sealed, and opened for these rows only. */
  private async withPlaces(found: readonly Row[]): Promise<readonly Row[]> {
    if (found.length === 0) return found;
    const known = await this.records.open(this.reader, incidentKind, await rowsOf(this.reader, Incident, 'WHERE r.id IN (:...ids)', { ids: found.map(({ id }) => id) }));
    const places = new Map(known.map(({ id, placeWords }) => [id, placeWords]));
    return found.map((row) => ({ ...row, place: places.get(String(row.id)) ?? null }));
  }

  /** Before a batch is written: that it leaves, about whom, and how many are left out. */
  private leave(actor: Actor, { table, purpose, scope, found, going }: { table: EsfTable; purpose: string; scope: ConsentScope; found: readonly Row[]; going: readonly Row[] }): Promise<void> {
    const individualIds = going.flatMap(({ person }) => (typeof person === 'string' ? [person] : []));
    return this.work.run(actor, async (work) => {
      work.note({ act: 'report.exported', kind: 'report', recordId: null, facts: { report: `esf-${table}`, purpose, scope, rows: going.length, left: found.length - going.length } });
      if (scope === NARROWEST || individualIds.length === 0) return;
      await this.disclosures.record(work, { individualIds, recordKind: 'report', recordId: null, scope, way: 'export', purpose, format: `${table}.csv` });
    });
  }
}

const thesaurus = (list: string, code: unknown): string => {
  const value = codedValue(list, String(code ?? ''));
  return value?.huridocs ?? String(code ?? '');
};

const text = (value: string | number | null | undefined): string => (value === null || value === undefined ? '' : String(value));

const day = (instant: string | number | null | undefined): string => text(instant).slice(0, 10);

const lines: Readonly<Record<EsfTable, (row: Row) => string[]>> = {
  event: (row) => [text(row.reference), text(row.region), text(row.place), ...esfDate(day(row.a), day(row.b)), ...esfDate(day(row.c), day(row.d)), NOT_ASSESSED, thesaurus('incident-kinds', row.kind)],
  act: (row) => [
    ...[text(row.reference), text(row.victim), text(row.event), 'MT04:030102', ...esfDate(text(row.a), text(row.b)), ...esfDate(text(row.c), text(row.d))],
    ...[thesaurus('outcomes', row.outcome), thesaurus('detention-kinds', row.kind), row.victim === null ? 'MT07:03' : 'MT07:01', text(row.least), text(row.most)],
  ],
  person: (row) => [
    ...[text(row.reference), 'MT07:01', ...esfDate(row.a === null ? '' : `${row.a}-01-01`, row.b === null ? '' : `${row.b}-12-31`), thesaurus('sex', row.sex)],
    (JSON.parse(text(row.roles) || '[]') as string[]).map((role) => thesaurus('roles-of-person', role)).join('; '),
  ],
};
