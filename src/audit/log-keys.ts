import type { EntityManager } from 'typeorm';
import type { Keys } from '../kernel/crypto/public.js';
import { AuditEntry } from './audit-entry.entity.js';
import type { Leaf } from './leaf.js';
import { NoteSigner, NoteVerifier } from './signed-note.js';

export const signerOf = (keys: Pick<Keys, 'logSeed'>, origin: string): NoteSigner => new NoteSigner(origin, keys.logSeed);

/** Public keys that have signed this log, the first one first: each is an entry of the log itself. */
export async function takenKeys(manager: EntityManager): Promise<NoteVerifier[]> {
  const rows = await manager.find(AuditEntry, { where: { act: 'log.key_taken' }, order: { seq: 'ASC' } });
  return rows.map((row) => NoteVerifier.read(String((JSON.parse(row.leaf) as Leaf).facts.key)));
}

/**
 * All keys whose signature counts here: the one in use, and those the log names before it first names that one. Whoever
 * puts a key of their own into the database can only put it behind.
 */
export async function trustedKeys(manager: EntityManager, keys: Keys, origin: string): Promise<NoteVerifier[]> {
  const present = signerOf(keys, origin).verifier;
  const taken = await takenKeys(manager);
  const first = taken.findIndex((key) => key.bytes.equals(present.bytes));
  return [...(first < 0 ? taken : taken.slice(0, first)), present];
}
