import { Column } from 'typeorm';
import type { Bounds, Instant, Precision } from '../time/public.js';
import { InstantColumn } from './columns.js';

/**
 * Bounds of a moment as four columns with the property's name before them: start_earliest, start_latest … The words a
 * moment was told in have no column: they are sealed with the private part of their record.
 */
export class BoundsColumns {
  @InstantColumn({ nullable: true })
  earliest!: Instant | null;

  @InstantColumn({ nullable: true })
  latest!: Instant | null;

  /** null when nothing was said about the moment at all, as for the end of a period that still lasts. */
  @Column('varchar', { length: 16, nullable: true })
  precision!: Precision | null;

  @Column('varchar', { length: 64, nullable: true })
  zone!: string | null;
}

/** The same with the words of the source, as an opened record has it. */
export type SaidBounds = BoundsColumns & Pick<Bounds, 'asSaid'>;

export const noBounds: SaidBounds = Object.freeze({ earliest: null, latest: null, precision: null, zone: null, asSaid: null });

/** The bounds kept in the columns, or null when nothing was said. A row that was not opened tells no words. */
export function boundsOf(columns: BoundsColumns | SaidBounds | null): Bounds | null {
  if (!columns?.precision || !columns.zone) return null;
  const { earliest, latest, precision, zone } = columns;
  return { earliest, latest, precision, zone, asSaid: 'asSaid' in columns ? columns.asSaid : null };
}

export const columnsOf = (bounds: Bounds | null): SaidBounds => (bounds ? { ...bounds } : { ...noBounds });
