import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The end of the log. One row, read in every appending transaction and never remembered. */
@Entity('audit_head')
export class AuditHead {
  @PrimaryColumn('integer')
  id!: number;

  /** The name of this log: stands in every entry and signs every checkpoint, so that no other log passes for it. */
  @Column('varchar', { length: 64 })
  origin!: string;

  /** How many entries there are; the next one gets this number. */
  @Column('integer')
  size!: number;

  /** Hash of the last entry. */
  @Column('varchar', { length: 64, nullable: true })
  last!: string | null;

  /** Right edge of the tree, see kernel/merkle. */
  @Column('text')
  frontier!: string;
}
