import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { CodeColumn, IdColumn, InstantColumn } from '../kernel/db/public.js';
import { OnErasure, RecordRow } from '../kernel/record/public.js';
import type { Instant } from '../kernel/time/public.js';

/** From the first thought to what can no longer be taken back, only recalled. */
export type PublicationState = 'draft' | 'made' | 'proposed' | 'released' | 'recalled';

/** Counted by what: rows, and columns or none. Names of offered dimensions. */
export interface TablePlan {
  readonly rows: string;
  readonly columns: string | null;
}

/** Figures and, where people agreed to it, names, made to leave the house for good. */
@OnErasure({ kind: 'publication', then: 'keep', why: 'It has a key of its own and names nobody but who agreed to be named in public; what is out cannot be taken back, only recalled.' })
@Entity('publication')
@Index(['recordedAt', 'id'])
@Index(['state', 'releasedAt'])
export class Publication extends RecordRow {
  @Index({ unique: true })
  @CodeColumn()
  reference!: string;

  @CodeColumn()
  state!: PublicationState;

  /** Code of the language it is written in. */
  @CodeColumn()
  language!: string;

  @Column('simple-json')
  tables!: TablePlan[];

  /** Days the counted detentions began on; empty: open. */
  @Column('varchar', { length: 10 })
  fromDay!: string;

  @Column('varchar', { length: 10 })
  toDay!: string;

  @CodeColumn({ nullable: true })
  regionCode!: string | null;

  /** People who agreed to be named in public are listed by name. */
  @Column('boolean')
  named!: boolean;

  /** From how many different people on a figure may stand; of minors and health it is at least ten. */
  @Column('integer')
  threshold!: number;

  /** Nothing of it leaves before this moment. */
  @InstantColumn({ nullable: true })
  embargoUntil!: Instant | null;

  /** What it takes the place of. */
  @IdColumn({ nullable: true })
  replacesId!: string | null;

  @InstantColumn({ nullable: true })
  madeAt!: Instant | null;

  @InstantColumn({ nullable: true })
  releasedAt!: Instant | null;

  /** Who agreed: never who made it. */
  @IdColumn({ nullable: true })
  releasedBy!: string | null;
}

export interface PublicationPrivate {
  title: string;
  intro: string | null;
  recallReason: string | null;
}

/** One rendered file of a publication, or what it was made from (`frozen`). The bytes lie in the file vault under its id. */
@Entity('publication_file')
@Index(['publicationId'])
export class PublicationFile {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @ForeignKey(() => Publication)
  @IdColumn()
  publicationId!: string;

  @CodeColumn()
  format!: 'pdf' | 'xlsx' | 'csv' | 'frozen';

  @Column('integer')
  size!: number;

  /** SHA-256 of the file, in hexadecimal. */
  @Column('varchar', { length: 64 })
  sha256!: string;
}

/** Somebody received it: for a recall, and for whoever withdraws consent. */
@OnErasure({ then: 'keep', why: 'Who received a publication is needed for its recall, and is sealed under the key of the publication.' })
@Entity('publication_receipt')
@Index(['publicationId'])
export class PublicationReceipt {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @ForeignKey(() => Publication)
  @IdColumn()
  publicationId!: string;

  @InstantColumn()
  at!: Instant;

  @IdColumn()
  by!: string;

  /** To whom, sealed under the publication's own key. */
  @Column('text')
  sealed!: string;

  /** When they were told of a recall. */
  @InstantColumn({ nullable: true })
  toldAt!: Instant | null;
}
