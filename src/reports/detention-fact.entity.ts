import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Detention } from '../detentions/public.js';
import { IdColumn } from '../kernel/db/public.js';
import { OnErasure } from '../kernel/record/public.js';

/**
 * What figures are counted from, one row a detention, as narrow as can be: whose it is, when it began, and a card with the rest. Derived in the transaction
 * of every change, never typed; it holds nothing that the detention, its person, periods, events, clocks and tasks do not tell.
 */
@OnErasure({ of: { detentionId: 'detention', individualId: 'individual' }, then: 'delete', why: 'Made anew of what is left of the stay: its kinds, region and month.' })
@Entity('detention_fact')
@Index(['startLast', 'startFirst', 'detentionId'])
@Index(['individualId'])
export class DetentionFact {
  @ForeignKey(() => Detention)
  @PrimaryColumn('varchar', { length: 36 })
  detentionId!: string;

  @IdColumn()
  teamId!: string;

  @IdColumn({ nullable: true })
  individualId!: string | null;

  /** Local days between which the stay began, as numbers (day-number.ts); both 0 when nothing is known of it. */
  @Column('integer')
  startFirst!: number;

  @Column('integer')
  startLast!: number;

  /** See stay-card.ts. */
  @Column('text')
  card!: string;

  /** A card for each charge and ruling. */
  @Column('text')
  rulings!: string;
}

/** Codes and ids of places and incidents that stand on cards as numbers. A number once given is never another text's. */
@Entity('fact_text')
@Index(['text'], { unique: true })
export class FactText {
  @PrimaryColumn('integer')
  number!: number;

  @Column('text')
  text!: string;
}

/** By which method the facts were made: when it changes they are made anew. One row. */
@Entity('fact_basis')
export class FactBasis {
  @PrimaryColumn('integer')
  id!: number;

  @Column('varchar', { length: 64 })
  method!: string;
}
