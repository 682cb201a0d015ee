import type { DataSource, QueryRunner } from 'typeorm';
import { migrate, type OpenDatabase } from '../db/public.js';
import type { KeyRing } from './key-ring.js';

const rings = new WeakMap<DataSource, KeyRing>();

/** Brings the schema up to date, with the keys for a step that moves what was readable into what is sealed. */
export async function migrateWith(database: OpenDatabase, ring: KeyRing): Promise<void> {
  rings.set(database.writer, ring);
  try {
    await migrate(database);
  } finally {
    rings.delete(database.writer);
  }
}

/** The keys a migration was given. @throws Error when it is run without them; a database without records needs none. */
export function ringFor({ dataSource }: QueryRunner): KeyRing {
  const ring = rings.get(dataSource);
  if (!ring) throw new Error('this step needs the keys of the instance');
  return ring;
}
