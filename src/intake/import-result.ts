import { stringify } from 'csv-stringify/sync';
import { guarded } from '../kernel/text/public.js';
import type { ImportWhat } from './import-fields.js';
import { remarkColumns, type Sheet } from './read-sheet.js';
import type { Remark } from './remarks.js';

export interface ImportCounts {
  readonly rows: number;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  /** Rows with an error: not taken. */
  readonly refused: number;
  /** Facilities that were not known before. */
  readonly newFacilities: number;
  /** Sum of the head-counts of the rows taken: to be compared with the file's own total. */
  readonly reported: number;
}

/** Says a sentence by its key, such as `import.remark.unmapped`. */
export type Say = (key: string, params?: Readonly<Record<string, string | number>>) => string;

/** What came of a file; with the rows, so that a list of remarks can be made of them. */
export class ImportResult {
  constructor(
    /** Of the import record. */
    readonly id: string,
    readonly what: ImportWhat,
    readonly dryRun: boolean,
    readonly counts: ImportCounts,
    readonly remarks: readonly Remark[],
    private readonly sheet: Sheet,
  ) {}

  /** True when the file told nothing that was not recorded already. */
  get nothingNew(): boolean {
    return this.counts.added === 0 && this.counts.changed === 0;
  }

  /** One sentence about a remark. */
  sentence(remark: Remark, say: Say): string {
    const text = say(`import.remark.${remark.code}`, remark.params);
    return remark.column ? `${remark.column}: ${text}` : text;
  }

  /**
   * The rows with remarks as CSV: as they came, with row number, level and sentences after them. It can be mended in a
   * spreadsheet and imported as it is; what would run as a formula there is guarded and unguarded again.
   */
  errorsCsv(say: Say): string {
    const byRow = new Map<number, Remark[]>();
    for (const remark of this.remarks) byRow.set(remark.row, [...(byRow.get(remark.row) ?? []), remark]);
    const lines = this.sheet.rows
      .filter(({ number }) => byRow.has(number))
      .map(({ number, cells }) => {
        const told = byRow.get(number) ?? [];
        const level = told.some((one) => one.level === 'error') ? 'error' : 'oddity';
        const own = this.sheet.headers.map((_, place) => guarded(cells[place] ?? ''));
        return [...own, String(number), level, guarded(told.map((one) => this.sentence(one, say)).join(' '))];
      });
    return stringify([[...this.sheet.headers, ...remarkColumns], ...lines], { bom: true, record_delimiter: 'windows' });
  }
}
