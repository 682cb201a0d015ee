import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { OnErasure } from '../kernel/record/public.js';
import { Individual } from './individual.entity.js';

/** Keyed tokens of a person's names: found by equality, never readable, never by LIKE. */
@OnErasure({ of: { individualId: 'individual' }, then: 'delete', why: 'A token tells that somebody of this name was recorded.' })
@Entity('name_token')
@Index(['token'])
export class NameToken {
  @ForeignKey(() => Individual)
  @PrimaryColumn('varchar', { length: 36 })
  individualId!: string;

  @PrimaryColumn('varchar', { length: 32 })
  token!: string;
}
