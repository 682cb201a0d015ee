import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Work } from '../db/public.js';

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
  const step = await work.manager.increment(ReferenceCounter, { series }, 'last', 1);
  if (step.affected !== 1) await work.manager.insert(ReferenceCounter, { series, last: 1 });
  const row = await work.manager.findOneByOrFail(ReferenceCounter, { series });
  return `${series}-${String(row.last).padStart(5, '0')}`;
}
