import { Column, Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn } from '../kernel/db/public.js';
import type { Instant } from '../kernel/time/public.js';

/** A signed head of the log. */
@Entity('audit_checkpoint')
export class AuditCheckpoint {
  @PrimaryColumn('integer')
  size!: number;

  /** C2SP tlog-checkpoint: origin, size and root, signed as a note. */
  @Column('text')
  note!: string;

  @InstantColumn()
  at!: Instant;

  /** Why it was made. */
  @Column('varchar', { length: 16 })
  reason!: string;
}
