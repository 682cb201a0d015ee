import { Column, Entity, PrimaryColumn } from 'typeorm';
import { IdColumn } from '../kernel/db/public.js';
import { OnErasure } from '../kernel/record/public.js';

/** What opens the commitments of an entry. When the subject's key is destroyed, nobody opens them any more. */
@Entity('audit_opening')
@OnErasure({ under: 'subject', then: 'keep', why: 'salts and values are sealed under the key that is gone; the log itself has to verify as before' })
export class AuditOpening {
  @PrimaryColumn('integer')
  seq!: number;

  /** Under whose key it is sealed. */
  @IdColumn()
  subject!: string;

  @Column('text')
  sealed!: string;
}
