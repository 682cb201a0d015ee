import { Column, Entity, ForeignKey } from 'typeorm';
import { CodeColumn, IdColumn } from '../kernel/db/public.js';
import { OnErasure, RecordRow } from '../kernel/record/public.js';

/** A group: NGO, newspaper, party. Its name is sealed too: a list of partners is what a raid looks for. */
@OnErasure({ kind: 'organisation', then: 'keep', why: 'A group; what it says of people is found by the search for mentions.' })
@Entity('organisation')
export class Organisation extends RecordRow {
  @CodeColumn()
  reference!: string;

  /** Code of vocabularies/organisation-kinds. */
  @CodeColumn()
  kind!: string;

  @CodeColumn({ nullable: true })
  regionCode!: string | null;

  @Column('boolean')
  partner!: boolean;
}

export interface OrganisationPrivate {
  name: string;
  otherNames: string[] | null;
  contact: string | null;
  notes: string | null;
}

/** What ties a person to an organisation. */
@OnErasure({
  kind: 'affiliation',
  of: { individualId: 'individual' },
  then: 'delete',
  left: () => ({ organisationId: null, relation: 'unknown' }),
  why: 'To belong to a group tells who somebody is, and may be what they are persecuted for.',
})
@Entity('affiliation')
export class Affiliation extends RecordRow {
  @IdColumn()
  individualId!: string;

  @ForeignKey(() => Organisation)
  @IdColumn()
  organisationId!: string;

  /** Code of vocabularies/relation-kinds. */
  @CodeColumn()
  relation!: string;
}

export interface AffiliationPrivate {
  role: string | null;
}
