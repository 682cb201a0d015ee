import { Column, Entity, Index } from 'typeorm';
import { CodeColumn } from '../kernel/db/public.js';
import { OnErasure, RecordRow } from '../kernel/record/public.js';

/** A facility or another named place. Regions are data in vocabularies/regions. */
@OnErasure({ kind: 'place', then: 'keep', why: 'A facility is nobody.' })
@Entity('place')
@Index(['regionCode', 'nameKey'])
export class Place extends RecordRow {
  /** Code of vocabularies/facility-kinds. */
  @CodeColumn()
  kind!: string;

  /** The source's own word for the kind. */
  @Column('text', { nullable: true })
  kindWords!: string | null;

  @CodeColumn({ nullable: true })
  regionCode!: string | null;

  @CodeColumn()
  zone!: string;

  @Column('text')
  name!: string;

  @Column('text', { nullable: true })
  nameRu!: string | null;

  @Column('text', { nullable: true })
  nameKk!: string | null;

  /** Folded name, for finding the same place again. */
  @Column('varchar', { length: 200 })
  nameKey!: string;

  @Column('simple-json')
  aliases!: string[];

  @CodeColumn({ nullable: true })
  authorityKind!: string | null;

  @Column('text', { nullable: true })
  address!: string | null;

  @Column('varchar', { length: 10, nullable: true })
  validFrom!: string | null;

  @Column('varchar', { length: 10, nullable: true })
  validTo!: string | null;
}
