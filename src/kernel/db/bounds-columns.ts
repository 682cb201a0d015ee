import { Column } from 'typeorm';
import type { Bounds, Instant, Precision } from '../time/public.js';
import { InstantColumn } from './columns.js';

/** Bounds of a moment as five columns with the property's name before them: start_earliest, start_latest … */
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

  @Column('text', { nullable: true })
  asSaid!: string | null;
}

export const noBounds: BoundsColumns = Object.freeze({ earliest: null, latest: null, precision: null, zone: null, asSaid: null });

/** The bounds kept in the columns, or null when nothing was said. */
export function boundsOf(columns: BoundsColumns | null): Bounds | null {
  if (!columns?.precision || !columns.zone) return null;
  const { earliest, latest, precision, zone, asSaid } = columns;
  return { earliest, latest, precision, zone, asSaid };
}

export const columnsOf = (bounds: Bounds | null): BoundsColumns => (bounds ? { ...bounds } : { ...noBounds });
