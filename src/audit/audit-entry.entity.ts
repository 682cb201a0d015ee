import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { IdColumn, InstantColumn } from '../kernel/db/public.js';
import type { Instant } from '../kernel/time/public.js';

/** One line of the log. `leaf` is what is hashed; the other columns repeat parts of it for filtering. */
@Entity('audit_entry')
@Index(['actorId', 'seq'])
@Index(['kind', 'recordId', 'seq'])
@Index(['act', 'seq'])
@Index(['at'])
export class AuditEntry {
  @PrimaryColumn('integer')
  seq!: number;

  /** Canonical JSON (RFC 8785). */
  @Column('text')
  leaf!: string;

  /** SHA-256(0x00 || leaf), hex: the leaf hash of RFC 6962. */
  @Column('varchar', { length: 64 })
  hash!: string;

  @InstantColumn()
  at!: Instant;

  @Column('varchar', { length: 48 })
  actorId!: string;

  @Column('varchar', { length: 48 })
  act!: string;

  @Column('varchar', { length: 32 })
  kind!: string;

  @IdColumn({ nullable: true })
  recordId!: string | null;

  @Column('integer')
  allowed!: number;
}
