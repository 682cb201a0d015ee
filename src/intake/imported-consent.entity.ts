import { Entity, Index, PrimaryColumn } from 'typeorm';
import { IdColumn, InstantColumn } from '../kernel/db/public.js';
import type { Instant } from '../kernel/time/public.js';

/** Which row of which import a decision about consent came from: the same row is not taken twice, and an import can be taken back. */
@Entity('imported_consent')
@Index(['runId'])
export class ImportedConsent {
  @PrimaryColumn('varchar', { length: 36 })
  teamId!: string;

  /** Of the row's id in the system it came from. */
  @PrimaryColumn('varchar', { length: 64 })
  token!: string;

  @IdColumn()
  decisionId!: string;

  @IdColumn()
  runId!: string;

  /** When the decision was gone through because its import was taken back. */
  @InstantColumn({ nullable: true })
  takenBackAt!: Instant | null;
}
