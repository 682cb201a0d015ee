import { Column, Entity, Index } from 'typeorm';
import { CodeColumn } from '../kernel/db/public.js';
import { OnErasure, RecordRow } from '../kernel/record/public.js';

/** A person. What names or reaches them is sealed; what reports group by stays readable. */
@OnErasure({
  kind: 'individual',
  then: 'blank',
  left: () => ({ bornEarliest: null, bornLatest: null, roles: [], externalToken: null }),
  why: 'Sex, whether a minor, and the region are shared by hundreds of thousands; a birth year or a profession beside them may not be.',
})
@Entity('individual')
@Index(['recordedAt', 'id'])
@Index(['regionCode', 'recordedAt', 'id'])
@Index(['teamId', 'externalToken'], { unique: true })
export class Individual extends RecordRow {
  @Index({ unique: true })
  @CodeColumn()
  reference!: string;

  /** Code of vocabularies/sex. */
  @CodeColumn()
  sex!: string;

  @Column('integer', { nullable: true })
  bornEarliest!: number | null;

  @Column('integer', { nullable: true })
  bornLatest!: number | null;

  @CodeColumn({ nullable: true })
  regionCode!: string | null;

  /** Codes of vocabularies/roles-of-person: participant, observer, journalist … */
  @Column('simple-json')
  roles!: string[];

  /** Under 18 when first detained, as far as the birth year or the age says. */
  @Column('boolean', { nullable: true })
  minor!: boolean | null;

  /** Keyed token of the id in another system, so that an import finds its own rows again. */
  @Column('varchar', { length: 32, nullable: true })
  externalToken!: string | null;
}

export interface IndividualName {
  text: string;
  /** Code of vocabularies/name-kinds. */
  kind: string;
  /** Code of vocabularies/scripts, e.g. kk-Cyrl; null when not said. */
  script: string | null;
}

export interface Relative {
  name: string;
  /** Code of vocabularies/relative-kinds. */
  relation: string;
  phone: string | null;
}

export interface IndividualPrivate {
  names: IndividualName[];
  /** EDTF, as precise as it is known: 1990-05-01, 1990, 199X. */
  birth: string | null;
  /** Age at a date, when that is all there is. */
  ageSaid: { years: number; on: string } | null;
  nationality: string | null;
  occupation: string | null;
  /** Codes of vocabularies/vulnerabilities. */
  vulnerabilities: string[] | null;
  medicalNeed: string | null;
  phones: string[] | null;
  address: string | null;
  relatives: Relative[] | null;
  documents: string | null;
  description: string | null;
  notes: string | null;
}
