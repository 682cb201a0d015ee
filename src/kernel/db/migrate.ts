import type { DataSource, QueryRunner } from 'typeorm';
import type { KeyRing } from '../crypto/public.js';
import type { OpenDatabase } from './data-source.js';

const rings = new WeakMap<DataSource, KeyRing>();

/**
 * Brings the schema up to date: each migration and the note that it is done in one transaction, so that one that is cut
 * short leaves nothing behind and is run again. Of several processes at one team database the others wait for the first.
 * @param ring for a migration that moves what was readable into what is sealed; a database without records needs none
 */
export async function migrate({ writer, dialect }: OpenDatabase, ring?: KeyRing): Promise<void> {
  if (ring) rings.set(writer, ring);
  try {
    await dialect.alone(writer, async () => {
      await writer.runMigrations({ transaction: 'each' });
    });
  } finally {
    rings.delete(writer);
  }
}

/** The keys `migrate` was given. @throws Error when there are none. */
export function ringFor({ dataSource }: QueryRunner): KeyRing {
  const ring = rings.get(dataSource);
  if (!ring) throw new Error('this step needs the keys of the instance');
  return ring;
}
