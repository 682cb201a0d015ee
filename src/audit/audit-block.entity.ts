import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Root of 256 entries that are complete. Derived from the entries, with which `habeas audit verify` compares it. */
@Entity('audit_block')
export class AuditBlock {
  /** Entries 256 * position and the 255 after it. */
  @PrimaryColumn('integer')
  position!: number;

  @Column('varchar', { length: 64 })
  hash!: string;
}
