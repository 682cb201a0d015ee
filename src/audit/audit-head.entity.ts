import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The end of the chain: how many entries there are and the hash of the last. One row, read in every appending transaction. */
@Entity('audit_head')
export class AuditHead {
  @PrimaryColumn('integer')
  id!: number;

  @Column('integer')
  size!: number;

  @Column('varchar', { length: 64, nullable: true })
  last!: string | null;
}
