import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { IdColumn, InstantColumn } from '../kernel/db/public.js';
import type { ImportWhat } from './import-fields.js';
import type { Instant } from '../kernel/time/public.js';

/** One import of one file: what came of it. The file's name is not kept, it may name people. */
@Entity('import_run')
@Index(['startedAt'])
export class ImportRun {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  /** incidents | individuals | consents */
  @Column('varchar', { length: 16 })
  what!: ImportWhat;

  @Column('varchar', { length: 64 })
  fileDigest!: string;

  @Column('boolean')
  dryRun!: boolean;

  @InstantColumn()
  startedAt!: Instant;

  @IdColumn()
  startedBy!: string;

  @IdColumn({ nullable: true })
  teamId!: string;

  @InstantColumn({ nullable: true })
  finishedAt!: Instant | null;

  @Column('integer')
  rows!: number;

  @Column('integer')
  added!: number;

  @Column('integer')
  changed!: number;

  @Column('integer')
  unchanged!: number;

  @Column('integer')
  refused!: number;

  /** Row numbers with codes of what is odd or wrong with them; no values. */
  @Column('simple-json')
  remarks!: { row: number; code: string; field: string | null }[];
}
