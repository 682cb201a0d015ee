import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { IdColumn, InstantColumn } from '../db/public.js';
import type { Instant } from '../time/public.js';

/** The key of one sealed file. Destroying the row makes the file unreadable. */
@Entity('file_key')
export class FileKey {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  /** Whose key the file's own hangs on: erasing that subject makes the file unreadable too. Null: nobody's. */
  @Index()
  @IdColumn({ nullable: true })
  subject!: string | null;

  /** The file's key, sealed under the subject's where there is one, and then under `Keys.files`. */
  @Column('text')
  wrapped!: string;

  @InstantColumn()
  createdAt!: Instant;
}
