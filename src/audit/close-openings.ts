import type { EntityManager } from 'typeorm';
import { rowsOf } from '../kernel/db/public.js';
import { AuditEntry } from './audit-entry.entity.js';
import { AuditOpening } from './audit-opening.entity.js';
import type { Leaf } from './leaf.js';

/**
 * Takes away what opens the entries that vouch for one version, before or after a change: a name was struck out of it, and
 * would stand in the opening still. The entries stay and verify as before; what they vouched for, nobody can show any more.
 */
export async function closeOpenings(manager: EntityManager, kind: string, recordId: string, version: number): Promise<void> {
  const rows = await rowsOf(manager, AuditEntry, 'WHERE r.kind = :kind AND r.record_id = :recordId', { kind, recordId });
  for (const { seq, leaf } of rows) {
    if ((JSON.parse(leaf) as Leaf).ver?.includes(version)) await manager.update(AuditOpening, { seq }, { sealed: '' });
  }
}
