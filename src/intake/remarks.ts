/** Something odd or wrong with one row. An error keeps the row out; an oddity is told and the row is taken. */
export interface Remark {
  /** As a spreadsheet counts rows. */
  readonly row: number;
  readonly level: 'error' | 'oddity';
  /** The sentence is `import.remark.<code>` in words/<language>/import.json. */
  readonly code: string;
  /** The column it is about; null for the row as a whole. */
  readonly column: string | null;
  /** For the sentence only: may quote the file, is shown to the importer and never kept. */
  readonly params?: Readonly<Record<string, string | number>>;
}

/** Gathers the remarks about one row. */
export class RowRemarks {
  readonly all: Remark[] = [];

  constructor(readonly row: number) {}

  error(code: string, column: string | null, params?: Remark['params']): void {
    this.add('error', code, column, params);
  }

  oddity(code: string, column: string | null, params?: Remark['params']): void {
    this.add('oddity', code, column, params);
  }

  get refused(): boolean {
    return this.all.some(({ level }) => level === 'error');
  }

  private add(level: Remark['level'], code: string, column: string | null, params?: Remark['params']): void {
    this.all.push({ row: this.row, level, code, column, ...(params ? { params } : {}) });
  }
}
