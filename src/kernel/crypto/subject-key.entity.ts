import { Column, Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn } from '../db/public.js';
import type { Instant } from '../time/public.js';

/** The key of one subject, wrapped by the master key. Destroying the row makes all that was sealed under it unreadable. */
@Entity('subject_key')
export class SubjectKey {
  @PrimaryColumn('varchar', { length: 36 })
  subject!: string;

  @Column('text')
  wrapped!: string;

  @InstantColumn()
  createdAt!: Instant;
}
