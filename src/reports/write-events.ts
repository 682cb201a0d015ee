import { Injectable } from '@nestjs/common';
import { stringify } from 'csv-stringify/sync';
import { EntityManager } from 'typeorm';
import { Reach } from '../access/public.js';
import { detentionKind } from '../detentions/public.js';
import { incidentKind } from '../incidents/public.js';
import { individualKind } from '../individuals/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { counted, UnitOfWork } from '../kernel/db/public.js';
import { guarded } from '../kernel/text/public.js';
import { codedValue } from '../vocabularies/public.js';
import { CountRecords } from './count-records.js';
import { esfDate } from './esf-date.js';
import { esfListings, type EsfTable } from './esf-listings.js';
import type { ReportInput } from './report.input.js';
import type { MadeFile } from './report-files.js';
import { scopeOf } from './run-report.js';

/** Headings: the field's number in the Events Standard Formats and its name. */
const heads: Readonly<Record<EsfTable, readonly string[]>> = {
  event: ['0101 event record number', '0111 geographical term', '0112 local geographical area', '0113 initial date', '0113 initial date type', '0114 final date', '0114 final date type', '0151 violation status', '0154 index terms'],
  act: ['2101 act record number', '2102 victim', '2103 event', '2109 type of act', '2111 initial date', '2111 initial date type', '2121 final date', '2121 final date type', '2123 status at the end of the act', '3110 type of detention', '2155 counting unit', 'victims at least', 'victims at most'],
  person: ['0901 person record number', '0902 counting unit', '0908 date of birth', '0908 date type', '0909 sex', '0916 characteristics'],
};

/** MT41 of what nobody has looked into yet. */
const NOT_ASSESSED = '99';

const kinds = { event: incidentKind, act: detentionKind, person: individualKind } as const;

type Row = Readonly<Record<string, string | number | null>>;

/**
 * Records in the Events Standard Formats of HURIDOCS, one a row: who did what to whom, by reference numbers and codes.
 * No name, no note and no source leaves this way. Coded values are those of its micro-thesauri where our lists have one.
 */
@Injectable()
export class WriteEvents {
  constructor(
    private readonly reach: Reach,
    private readonly reader: EntityManager,
    private readonly count: CountRecords,
    private readonly work: UnitOfWork,
  ) {}

  async of(actor: Actor, table: EsfTable, input: ReportInput): Promise<MadeFile> {
    const scope = scopeOf(input, this.work);
    const { sql, params } = this.count.listing(actor, scope, esfListings[table]);
    const facts = { report: `esf-${table}`, from: scope.from, to: scope.to, region: scope.region };
    await this.work.log([{ act: 'report.exported', kind: 'report', recordId: null, facts, actor, at: this.work.clock.now() }]);
    let rows = 0;
    const reader = this.reader;
    const reach = this.reach;
    async function* pieces(): AsyncGenerator<Buffer> {
      yield Buffer.from(stringify([[...heads[table]]], { bom: true, record_delimiter: 'windows' }));
      for (let after = ''; ; ) {
        const found = await counted<Row>(reader, sql, { ...params, after });
        if (found.length === 0) return;
        await reach.saw(actor, kinds[table], found.map(({ id }) => String(id)), 'listed');
        rows += found.length;
        yield Buffer.from(stringify(found.map((row) => lines[table](row).map((cell) => guarded(cell))), { record_delimiter: 'windows' }));
        after = String(found.at(-1)?.id);
      }
    }
    return { pieces: pieces(), rows: () => rows };
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
