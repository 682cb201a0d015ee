import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../kernel/actor/public.js';
import { newId, UnitOfWork } from '../kernel/db/public.js';
import { Problem } from '../kernel/errors/public.js';
import { becauseOf, ImportMemory, RowRefused, type BatchScope, type Draft, type Outcome, type Read, type Taker } from './batch.js';
import type { ImportWhat } from './import-fields.js';
import { ImportConsents } from './import-consents.js';
import { ImportIncidents } from './import-incidents.js';
import { ImportIndividuals } from './import-individuals.js';
import { ImportResult, type ImportCounts } from './import-result.js';
import { ImportRun } from './import-run.entity.js';
import { columnsAsked, type Mapping } from './mapping.js';
import { readSheet, type Sheet } from './read-sheet.js';
import { RowRemarks, type Remark } from './remarks.js';
import { RowCells } from './row-cells.js';

export interface ImportOrder {
  readonly what: ImportWhat;
  /** A path, or the bytes themselves. */
  readonly file: string | Buffer;
  readonly mapping: Mapping;
  /** Does everything and takes it back: tells what would come of the file. */
  readonly dryRun: boolean;
  readonly onProgress?: (progress: { done: number; total: number }) => void;
}

const BATCH = 100;
/** How many remarks an import record keeps; the list for the importer has them all. */
const KEPT_REMARKS = 5000;

/** Ends a dry run's transaction, so that nothing of it stays. */
class TakenBack extends Error {}

/** Brings a file into the record: batch by batch, each in one transaction, and the same file twice changes nothing. */
@Injectable()
export class ImportFile {
  private readonly takers: Readonly<Record<ImportWhat, Taker<Draft>>>;

  constructor(
    private readonly work: UnitOfWork,
    incidents: ImportIncidents,
    individuals: ImportIndividuals,
    consents: ImportConsents,
  ) {
    this.takers = { incidents: incidents as Taker<Draft>, individuals: individuals as Taker<Draft>, consents: consents as Taker<Draft> };
  }

  /** @throws Problem `import.*` (422) when the file cannot be read or lacks a column; a bad row is a remark, never an exception. */
  async run(actor: Actor, order: ImportOrder): Promise<ImportResult> {
    const { mapping, what, dryRun } = order;
    if (what === 'consents' && !actor.permissions.has('consent.record')) throw new Problem('import.consents_not_yours', { status: 403, fields: [{ field: 'mapping', code: 'import.consents_not_yours' }] });
    if (mapping.what !== what) throw new Problem('import.mapping_for_other', { status: 422 });
    const bytes = typeof order.file === 'string' ? await readFile(order.file) : order.file;
    const sheet = await readSheet(bytes, mapping.delimiter);
    const missing = columnsAsked(mapping).filter((name) => !sheet.headers.includes(name));
    if (missing.length > 0) throw new Problem('import.columns_missing', { status: 422, params: { columns: missing.join(', ') } });
    const id = await this.begin(actor, order, createHash('sha256').update(bytes).digest('hex'), sheet.rows.length);
    const taker = this.takers[what];
    const read = readRows(taker, sheet, mapping);
    const taken = await this.batches(actor, id, taker, read.drafts, order);
    const remarks = [...read.remarks, ...taken.remarks].sort((a, b) => a.row - b.row);
    const counts = countsOf(sheet.rows.length, taken.outcomes, taken.newFacilities);
    await this.finish(actor, id, counts, remarks, dryRun);
    return new ImportResult(id, what, dryRun, counts, remarks, sheet);
  }

  private async batches(actor: Actor, runId: string, taker: Taker<Draft>, drafts: readonly Draft[], order: ImportOrder) {
    const outcomes: Outcome[] = [];
    const remarks: Remark[] = [];
    const created = new Set<string>();
    let memory = new ImportMemory();
    for (let at = 0; at < drafts.length; at += BATCH) {
      const batch = drafts.slice(at, at + BATCH);
      const scope = { mapping: order.mapping, because: becauseOf(order.mapping), runId };
      const done = await this.batch(actor, runId, taker, batch, { ...scope, memory }, order.dryRun);
      outcomes.push(...done.outcomes);
      remarks.push(...done.remarks, ...done.outcomes.flatMap((outcome) => outcome.remarks ?? []));
      for (const key of done.memory.created) created.add(key);
      if (!order.dryRun) memory = done.memory;
      order.onProgress?.({ done: Math.min(at + BATCH, drafts.length), total: drafts.length });
    }
    return { outcomes, remarks, newFacilities: created.size };
  }

  /** One transaction. A row the record refuses is told and left out, and the batch is tried again without it. */
  private async batch(actor: Actor, runId: string, taker: Taker<Draft>, all: readonly Draft[], from: BatchScope, dryRun: boolean) {
    const remarks: Remark[] = [];
    let drafts = all;
    for (;;) {
      const scope: BatchScope = { ...from, memory: from.memory.copy() };
      let outcomes: Outcome[] = [];
      try {
        if (drafts.length > 0) {
          await this.work.run(actor, async (work) => {
            outcomes = await taker.take(work, drafts, scope);
            const { added, changed, unchanged } = tally(outcomes);
            const facts = { first: drafts[0]?.row ?? 0, last: drafts.at(-1)?.row ?? 0, added, changed, unchanged };
            work.note({ act: 'import.batch', kind: 'import', recordId: runId, facts });
            if (dryRun) throw new TakenBack();
          });
          await taker.after?.(actor, drafts, scope);
        }
        return { outcomes, remarks, memory: scope.memory };
      } catch (error) {
        if (error instanceof TakenBack) return { outcomes, remarks, memory: scope.memory };
        if (!(error instanceof RowRefused)) throw error;
        const { row, problem } = error;
        const told = error.remark ?? { code: problem.code === 'field.not_yours' ? 'not_yours' : 'refused', column: problem.detail.fields?.[0]?.field ?? null };
        remarks.push({ row, level: 'error', ...told });
        drafts = drafts.filter((draft) => draft.row !== row);
      }
    }
  }

  private begin(actor: Actor, { what, dryRun }: ImportOrder, fileDigest: string, rows: number): Promise<string> {
    return this.work.run(actor, async (work) => {
      const id = newId(work.now);
      const none = { added: 0, changed: 0, unchanged: 0, refused: 0, remarks: [] };
      const run = { id, what, fileDigest, dryRun, startedAt: work.now, startedBy: actor.id, teamId: actor.teamId, finishedAt: null, rows, ...none };
      await work.manager.insert(ImportRun, run);
      work.note({ act: 'import.started', kind: 'import', recordId: id, facts: { what, rows, dryRun } });
      return id;
    });
  }

  private finish(actor: Actor, id: string, counts: ImportCounts, remarks: readonly Remark[], dryRun: boolean): Promise<void> {
    const { added, changed, unchanged, refused } = counts;
    const kept = remarks.slice(0, KEPT_REMARKS).map(({ row, code, column }) => ({ row, code, field: column }));
    return this.work.run(actor, async (work) => {
      await work.manager.update(ImportRun, { id }, { finishedAt: work.now, added, changed, unchanged, refused, remarks: kept });
      const facts = { added, changed, unchanged, refused };
      work.note({ act: dryRun ? 'import.checked' : 'import.finished', kind: 'import', recordId: id, facts });
    });
  }
}

/** Every row as a draft or as remarks; an id that comes twice is an error of the later row. */
function readRows(taker: Taker<Draft>, sheet: Sheet, mapping: Mapping): Read<Draft> {
  const drafts: Draft[] = [];
  const remarks: Remark[] = [];
  const rowOf = new Map<string, number>();
  for (const row of sheet.rows) {
    const told = new RowRemarks(row.number);
    if (row.cells.slice(sheet.headers.length).some((cell) => cell.trim() !== '')) told.error('more_cells_than_headings', null);
    const cells = new RowCells(sheet, row, mapping, told);
    const draft = taker.draft(cells, mapping);
    const earlier = rowOf.get(draft.externalId);
    if (earlier !== undefined) told.error('external_id_twice', cells.columnName('externalId'), { row: earlier });
    if (!told.refused) {
      drafts.push(draft);
      rowOf.set(draft.externalId, row.number);
    }
    remarks.push(...told.all);
  }
  return { drafts, remarks };
}

function tally(outcomes: readonly Outcome[]) {
  const of = (result: Outcome['result']): number => outcomes.filter((outcome) => outcome.result === result).length;
  return { added: of('added'), changed: of('changed'), unchanged: of('unchanged') };
}

function countsOf(rows: number, outcomes: readonly Outcome[], newFacilities: number): ImportCounts {
  const reported = outcomes.reduce((sum, { counted = 0 }) => sum + counted, 0);
  return { rows, ...tally(outcomes), refused: rows - outcomes.length, newFacilities, reported };
}
