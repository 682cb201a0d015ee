import type { Actor } from '../kernel/actor/public.js';
import type { Work } from '../kernel/db/public.js';
import type { Problem } from '../kernel/errors/public.js';
import type { Mapping } from './mapping.js';
import type { Remark } from './remarks.js';
import type { RowCells } from './row-cells.js';

export interface Draft {
  readonly row: number;
  readonly externalId: string;
}

/** What became of one row. */
export interface Outcome {
  readonly row: number;
  readonly result: 'added' | 'changed' | 'unchanged';
  readonly remarks?: readonly Remark[];
  /** How many people this row's source counted. */
  readonly counted?: number;
}

/** What an import remembers from batch to batch: ids of facilities and of the source, kept only when a batch is committed. */
export class ImportMemory {
  constructor(
    readonly facilities: Map<string, string> = new Map(),
    readonly created: Set<string> = new Set(),
    public sourceId: string | null = null,
  ) {}

  copy(): ImportMemory {
    return new ImportMemory(new Map(this.facilities), new Set(this.created), this.sourceId);
  }
}

export interface BatchScope {
  readonly mapping: Mapping;
  readonly memory: ImportMemory;
  /** Kept as the reason of every version this import makes, so that a later import knows what the last one said. */
  readonly because: string;
  /** The import itself. */
  readonly runId: string;
}

/** Takes the rows of one kind of file into the record. */
export interface Taker<D extends Draft> {
  draft(cells: RowCells, mapping: Mapping): D;
  /** All rows of one batch inside one transaction. @throws RowRefused when a row cannot be taken: the batch is tried again without it. */
  take(work: Work, drafts: readonly D[], scope: BatchScope): Promise<Outcome[]>;
  /** What has to follow the commit. */
  after?(actor: Actor, drafts: readonly D[], scope: BatchScope): Promise<void>;
}

/** A row that the record's own rules refuse. */
export class RowRefused extends Error {
  constructor(
    readonly row: number,
    readonly problem: Problem,
    /** How it is told; left out: by the problem. */
    readonly remark: Pick<Remark, 'code' | 'column' | 'params'> | null = null,
  ) {
    super(problem.code);
  }
}

export interface Read<D extends Draft> {
  readonly drafts: readonly D[];
  readonly remarks: readonly Remark[];
}

/** Why a version was made by an import. */
export const becauseOf = (mapping: Mapping): string => `import: ${mapping.system}`;
