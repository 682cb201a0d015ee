import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { CodeColumn, IdColumn, InstantColumn } from '../kernel/db/public.js';
import { OnErasure } from '../kernel/record/public.js';
import type { Instant } from '../kernel/time/public.js';
import { Staff } from '../staff/public.js';

export type Every = '' | 'day' | 'week' | 'month';

/** A report with its parameters, to be opened again, shared within the team, and made again and again. */
@OnErasure({ then: 'keep', why: 'Which report, and how often; its name is sealed under a key of its own, and its owner takes it away.' })
@OnErasure({ of: { ownerId: 'staff' }, then: 'keep', why: 'A question about many, under a name of its own key; who saved it stays accounted for.' })
@Entity('saved_report')
@Index(['teamId', 'savedAt'])
@Index(['nextAt'])
export class SavedReport {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @IdColumn()
  teamId!: string;

  @ForeignKey(() => Staff)
  @IdColumn()
  ownerId!: string;

  /** Its name: people may type anything. */
  @Column('text')
  sealed!: string;

  @CodeColumn()
  report!: string;

  @Column('simple-json')
  query!: Record<string, string>;

  @Column('boolean')
  shared!: boolean;

  /** How often a file is made of it; empty: never. */
  @Column('varchar', { length: 8 })
  every!: Every;

  @Column('varchar', { length: 16 })
  format!: string;

  /** Code of vocabularies/export-purposes. */
  @CodeColumn()
  purpose!: string;

  /** When the next file is due; empty: never. */
  @InstantColumn()
  nextAt!: Instant | '';

  @InstantColumn()
  savedAt!: Instant;
}
