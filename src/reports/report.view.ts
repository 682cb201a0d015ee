import type { PictureKind } from './definitions.js';
import type { Unit } from './measure.js';
import type { SubjectName } from './subject.js';

export class BeforeView {
  least!: number;
  most!: number | null;
}

/** Bounds of one figure. */
export class FigureView {
  /** What surely is so. */
  least!: number;
  /** What may be so; null: no upper end. */
  most!: number | null;
  /** Records the figure rests on; of the others it is not known. */
  known!: number;
  /** Records that stand here, surely or possibly. */
  records!: number;
  /** The same in the period before, where it was asked for. */
  before!: BeforeView | null;
}

export class MemberView {
  /** Empty: not known. `*`: the table has no such dimension. `*others`: all the smaller ones together. */
  key!: string;
  /** In the reader's language; null where the key says it. */
  label!: string | null;
}

export class CellView {
  row!: string;
  column!: string;
  /** One a measure. */
  figures!: FigureView[];
}

export class TotalView {
  key!: string;
  figures!: FigureView[];
}

export class MeasureView {
  id!: string;
  unit!: Unit;
}

/** In records: of 57 detentions 41 have a known row. */
export class DenominatorView {
  records!: number;
  known!: number;
  /** They may be in one of several rows: counted in the most of each, in the least of none. */
  between!: number;
  /** They may lie outside of the days asked for. */
  unsure!: number;
}

/** One table: everything a page, a paper, a sheet or a picture draws is in here. */
export class SectionView {
  id!: string;
  subject!: SubjectName;
  rows!: string | null;
  columns!: string | null;
  measures!: MeasureView[];
  rowMembers!: MemberView[];
  columnMembers!: MemberView[];
  cells!: CellView[];
  rowTotals!: TotalView[];
  columnTotals!: TotalView[];
  /** Every record once: where a record can stand in several rows, less than the rows added up. */
  total!: FigureView[];
  of!: DenominatorView;
  /** A record can stand in several rows. */
  many!: boolean;
  /** Rows are stretches of time or of a measure. */
  between!: boolean;
  picture!: PictureKind | null;
}

export class ScopeView {
  from!: string | null;
  to!: string | null;
  region!: string | null;
  authority!: string | null;
  kind!: string | null;
  outcome!: string | null;
  incident!: string | null;
  borders!: 'event' | 'current';
}

/** Of the people behind figures that go to others, how many agreed to that. */
export class AgreementView {
  /** Code of vocabularies/export-purposes. */
  purpose!: string;
  people!: number;
  agreed!: number;
}

/** A report as one reader may have it: figures over the records within reach, at one moment. */
export class ReportView {
  report!: string;
  /** Version of the way the figures are computed. */
  method!: string;
  madeAt!: string;
  scope!: ScopeView;
  /** The period it is compared with. */
  before!: { from: string; to: string } | null;
  /** Detentions within reach of which no beginning is known: with days asked for, they are in no figure. */
  undated!: number;
  /** Incidents within reach of which nothing closer than a year is known: with days asked for, they are in no figure. */
  undatedIncidents!: number;
  /** Only in a file for others. */
  agreement?: AgreementView;
  sections!: SectionView[];
}
