import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Individual } from './individual.entity.js';

/** Keyed tokens of a person's names: found by equality, never readable, never by LIKE. */
@Entity('name_token')
@Index(['token'])
export class NameToken {
  @ForeignKey(() => Individual)
  @PrimaryColumn('varchar', { length: 36 })
  individualId!: string;

  @PrimaryColumn('varchar', { length: 32 })
  token!: string;
}
