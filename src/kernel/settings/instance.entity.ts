import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The one row that says whose database this is: the marker beside it in the data folder must name the same. */
@Entity('instance')
export class Instance {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @Column('varchar', { length: 24 })
  createdAt!: string;
}
