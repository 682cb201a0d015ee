import { Entity, Index, PrimaryColumn } from 'typeorm';

/** Keyed tokens of a person's names: found by equality, never readable, never by LIKE. */
@Entity('name_token')
@Index(['token'])
export class NameToken {
  @PrimaryColumn('varchar', { length: 36 })
  individualId!: string;

  @PrimaryColumn('varchar', { length: 32 })
  token!: string;
}
