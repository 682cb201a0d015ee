import type { ImportRun } from './import-run.entity.js';

/** How far an import of consents was taken back, in rows of its file. */
export class TakenBackView {
  done!: number;
  /** Not taken back: nobody asked for it, it is going on, it was stopped, or they are of people the one who asked does not reach. */
  left!: number;
  underWay!: boolean;
}

/** What came of one file. */
export class ImportRunView {
  id!: string;
  /** incidents, individuals or consents. */
  what!: string;
  /** Checked only: nothing was recorded. */
  dryRun!: boolean;
  startedAt!: string;
  startedBy!: string;
  /** null: broken off. */
  finishedAt!: string | null;
  fileDigest!: string;
  rows!: number;
  added!: number;
  changed!: number;
  unchanged!: number;
  refused!: number;
  /** Of consents that were taken in; null for everything else. */
  takenBack!: TakenBackView | null;
}

export function importRunView(run: ImportRun, takenBack: TakenBackView | null): ImportRunView {
  const { id, what, dryRun, startedAt, startedBy, finishedAt, fileDigest, rows, added, changed, unchanged, refused } = run;
  return { id, what, dryRun, startedAt, startedBy, finishedAt, fileDigest, rows, added, changed, unchanged, refused, takenBack };
}
