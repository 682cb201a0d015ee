import { Column, Entity, ForeignKey, Index } from 'typeorm';
import { BoundsColumns, CodeColumn, IdColumn } from '../kernel/db/public.js';
import { OnErasure, RecordRow, TokenOf } from '../kernel/record/public.js';
import { Source } from '../sources/public.js';

/** The umbrella of what happened: an assembly, an iron ring, a raid, a tax probe. */
@OnErasure({ kind: 'incident', then: 'keep', why: 'Shared by many people; mentions of one of them are searched for and struck out.' })
@Entity('incident')
@Index(['start.earliest', 'id'])
@Index(['regionCode', 'start.earliest'])
@Index(['teamId', 'externalToken'], { unique: true })
@Index(['themeToken', 'id'])
@Index('ix_incident_figures', ['id', 'teamId', 'kind', 'regionCode', 'authorityKind', 'permission', 'organiserKind', 'themeToken', 'start.earliest', 'start.latest', 'start.zone'])
export class Incident extends RecordRow {
  @Index({ unique: true })
  @CodeColumn()
  reference!: string;

  /** Code of vocabularies/incident-kinds. */
  @CodeColumn()
  kind!: string;

  @CodeColumn({ nullable: true })
  regionCode!: string | null;

  @Column('simple-json')
  placeIds!: string[];

  @Column(() => BoundsColumns, { prefix: 'start' })
  start!: BoundsColumns;

  @Column(() => BoundsColumns, { prefix: 'end' })
  end!: BoundsColumns;

  @TokenOf('theme')
  themeToken!: string | null;

  /** agreed | not_agreed | not_needed | unknown | unmapped */
  @CodeColumn()
  permission!: string;

  @CodeColumn({ nullable: true })
  organiserKind!: string | null;

  @CodeColumn({ nullable: true })
  authorityKind!: string | null;

  @Column('simple-json')
  sourceIds!: string[];

  @TokenOf('externalId')
  externalToken!: string | null;
}

export interface IncidentPrivate {
  title: string;
  description: string | null;
  organiser: string | null;
  links: string[] | null;
  /** The source's own words for coded fields that have no column for them, by field: `{ "regionCode": "…" }`. */
  sourceWords: Record<string, string> | null;
  kindWords: string | null;
  /** The source's own words for the place. */
  placeWords: string | null;
  /** What it was about. */
  theme: string | null;
  /** `<system>:<id>` in the system it was imported from. */
  externalId: string | null;
}

/** How many people a source says were detained: bounds, never one figure for all sources. */
@OnErasure({ kind: 'head-count', then: 'keep', why: 'A count of people, not one of them.' })
@Entity('head_count')
@Index(['incidentId'])
export class HeadCount extends RecordRow {
  @ForeignKey(() => Incident)
  @IdColumn()
  incidentId!: string;

  @ForeignKey(() => Source)
  @IdColumn({ nullable: true })
  sourceId!: string | null;

  @Column('integer')
  atLeast!: number;

  /** null: the source sets no upper end ("dozens"). */
  @Column('integer', { nullable: true })
  atMost!: number | null;
}

export interface HeadCountPrivate {
  /** The source's own words for the number. */
  asSaid: string | null;
}
