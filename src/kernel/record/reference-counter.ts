import { Column, Entity, PrimaryColumn } from 'typeorm';
import { run, type Work } from '../db/public.js';

@Entity('reference_counter')
export class ReferenceCounter {
  @PrimaryColumn('varchar', { length: 16 })
  series!: string;

  @Column('integer')
  last!: number;
}

/** The next reference number of a series and year, such as D-2026-00042; dense, because the counter commits with the record. */
export async function nextReference(work: Work, letter: string): Promise<string> {
  const series = `${letter}-${work.now.slice(0, 4)}`;
  // One statement: of several who record the first of a year at once, all but one would find the row there already.
  await run(work.manager, `INSERT INTO reference_counter (series, last) VALUES (:series, 1) ON CONFLICT (series) DO UPDATE SET last = reference_counter.last + 1`, { series });
  const row = await work.manager.findOneByOrFail(ReferenceCounter, { series });
  return `${series}-${String(row.last).padStart(5, '0')}`;
}
