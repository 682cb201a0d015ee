import type { EntityManager } from 'typeorm';
import { AuditEntry } from './audit-entry.entity.js';
import { hashOf, type Leaf } from './leaf.js';

export interface ChainState {
  readonly entries: number;
  /** Number of the first entry that does not fit, or null when the whole chain holds. */
  readonly firstFault: number | null;
  readonly fault: 'missing' | 'hash' | 'link' | 'columns' | 'head' | null;
}

const PAGE = 2000;

/**
 * Goes through the whole log from its first entry: numbers dense, hashes right, each entry naming the one before. Others
 * may be writing meanwhile: what they append before the end is reached is verified too.
 */
export async function verifyChain(manager: EntityManager, told: (done: number) => void = () => {}): Promise<ChainState> {
  let last: string | null = null;
  let seq = 0;
  for (;;) {
    const rows = await rowsFrom(manager, seq);
    for (const row of rows) {
      const fault = faultOf(row, seq, last);
      if (fault) return { entries: seq, firstFault: seq, fault };
      last = row.hash;
      seq += 1;
    }
    told(seq);
    if (rows.length === PAGE) continue;
    const [head] = (await manager.query('SELECT size, last FROM audit_head WHERE id = 1')) as { size: number; last: string | null }[];
    if (head?.size === seq && head.last === last) return { entries: seq, firstFault: null, fault: null };
    const grown = head !== undefined && head.size > seq && (await rowsFrom(manager, seq)).length > 0;
    if (!grown) return { entries: seq, firstFault: seq, fault: 'head' };
  }
}

const rowsFrom = (manager: EntityManager, seq: number): Promise<AuditEntry[]> =>
  manager.createQueryBuilder(AuditEntry, 'e').where('e.seq >= :seq', { seq }).orderBy('e.seq').limit(PAGE).getMany();

function faultOf(row: AuditEntry, seq: number, last: string | null): ChainState['fault'] {
  if (row.seq !== seq) return 'missing';
  if (hashOf(row.leaf) !== row.hash) return 'hash';
  const leaf = JSON.parse(row.leaf) as Leaf;
  if (leaf.seq !== seq || leaf.prev !== last) return 'link';
  const same =
    leaf.t === row.at &&
    leaf.actor === row.actorId &&
    leaf.act === row.act &&
    leaf.kind === row.kind &&
    leaf.id === row.recordId &&
    (leaf.ok ? 1 : 0) === row.allowed;
  return same ? null : 'columns';
}
