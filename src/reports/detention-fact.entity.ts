import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Detention } from '../detentions/public.js';
import { CodeColumn, IdColumn } from '../kernel/db/public.js';
import { OnErasure } from '../kernel/record/public.js';

/** Where a side of a stay is open: sorts before and after every day. */
export const ANY_DAY_BEFORE = '0000-00-00';
export const ANY_DAY_AFTER = '9999-99-99';

/**
 * What figures are counted from, one row a detention: days and hours on the clocks of the place, minutes, and whether a thing was
 * recorded. Derived in the transaction of every change, never typed; it holds nothing that the periods and events do not tell.
 */
@OnErasure({ of: { detentionId: 'detention' }, then: 'delete', why: 'Made anew of what is left of the stay: its kinds, region and month.' })
@Entity('detention_fact')
@Index(['startLast', 'startFirst', 'detentionId'])
export class DetentionFact {
  @ForeignKey(() => Detention)
  @PrimaryColumn('varchar', { length: 36 })
  detentionId!: string;

  @CodeColumn()
  zone!: string;

  /** The first place anybody names: where the person was taken. */
  @IdColumn({ nullable: true })
  placeId!: string | null;

  /** The first place of custody after street and vehicle. */
  @IdColumn({ nullable: true })
  facilityId!: string | null;

  /** Local days between which the stay began, `2021-01-10`; both empty when nothing is known of it. */
  @Column('varchar', { length: 10 })
  startFirst!: string;

  @Column('varchar', { length: 10 })
  startLast!: string;

  /** Local hours of that day, 0 to 23; -1 when the day itself is not one. */
  @Column('integer')
  startHourFirst!: number;

  @Column('integer')
  startHourLast!: number;

  /** The same of the end; empty while nobody tells of one. */
  @Column('varchar', { length: 10 })
  endFirst!: string;

  @Column('varchar', { length: 10 })
  endLast!: string;

  @Column('integer')
  endHourFirst!: number;

  @Column('integer')
  endHourLast!: number;

  /** Minutes; null: not computable. A most of null beside a least: no end is known, it grows. */
  @Column('integer', { nullable: true })
  heldMin!: number | null;

  @Column('integer', { nullable: true })
  heldMax!: number | null;

  @Column('integer', { nullable: true })
  unrecordedMin!: number | null;

  @Column('integer', { nullable: true })
  unrecordedMax!: number | null;

  /** 1: held in a cordon. From here on 1 is: somebody recorded it. */
  @Column('integer')
  ring!: number;

  @Column('integer', { nullable: true })
  ringMin!: number | null;

  @Column('integer', { nullable: true })
  ringMax!: number | null;

  /** Minutes from the first request for a lawyer, or else the start, until one was let in. */
  @Column('integer', { nullable: true })
  lawyerWaitMin!: number | null;

  @Column('integer', { nullable: true })
  lawyerWaitMax!: number | null;

  @Column('integer')
  protocol!: number;

  @Column('integer')
  rightsExplained!: number;

  @Column('integer')
  charged!: number;

  @Column('integer')
  beforeJudge!: number;

  @Column('integer')
  relativesTold!: number;

  @Column('integer')
  lawyerRequested!: number;

  @Column('integer')
  lawyerAdmitted!: number;

  @Column('integer')
  lawyerDenied!: number;

  @Column('integer')
  medicalRequested!: number;

  @Column('integer')
  medicalDone!: number;

  @Column('integer')
  medicalRefused!: number;

  @Column('integer')
  illTreatment!: number;

  @Column('integer')
  injury!: number;

  /** Food, water, warmth or a toilet denied. */
  @Column('integer')
  deprived!: number;
}

/** By which method the facts were made: when it changes they are made anew. One row. */
@Entity('fact_basis')
export class FactBasis {
  @PrimaryColumn('integer')
  id!: number;

  @Column('varchar', { length: 64 })
  method!: string;
}
