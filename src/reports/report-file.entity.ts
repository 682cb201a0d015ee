import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { CodeColumn, IdColumn, InstantColumn } from '../kernel/db/public.js';
import type { Instant } from '../kernel/time/public.js';
import { Staff } from '../staff/public.js';

export type FileState = 'waiting' | 'making' | 'ready' | 'failed';

/** A file somebody asked for, made in the background and waiting, sealed, until it is fetched or its days are over. */
@Entity('report_file')
@Index(['ownerId', 'id'])
@Index(['state', 'id'])
export class ReportFile {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @IdColumn()
  teamId!: string;

  /** Only who asked may fetch it: it was made within their reach. */
  @ForeignKey(() => Staff)
  @IdColumn()
  ownerId!: string;

  @IdColumn({ nullable: true })
  savedId!: string | null;

  @CodeColumn()
  report!: string;

  @Column('simple-json')
  query!: Record<string, string>;

  @Column('varchar', { length: 16 })
  format!: string;

  @CodeColumn()
  purpose!: string;

  @Column('varchar', { length: 8 })
  language!: string;

  @Column('varchar', { length: 16 })
  state!: FileState;

  /** Rows written so far. */
  @Column('integer')
  done!: number;

  /** Rows in it, once it is ready; of a paper or picture null. */
  @Column('integer', { nullable: true })
  rows!: number | null;

  /** Records that are not in it for want of consent; null where nobody is asked. */
  @Column('integer', { nullable: true })
  leftOut!: number | null;

  @IdColumn({ nullable: true })
  fileId!: string | null;

  /** Bytes. */
  @Column('integer', { nullable: true })
  size!: number | null;

  @Column('varchar', { length: 64, nullable: true })
  sha256!: string | null;

  @InstantColumn()
  askedAt!: Instant;

  @InstantColumn({ nullable: true })
  readyAt!: Instant | null;
}
