import type { EntityManager } from 'typeorm';
import { AuditEntry } from './audit-entry.entity.js';
import { hashOf, type Leaf } from './leaf.js';

export interface ChainState {
  readonly entries: number;
  /** Number of the first entry that does not fit, or null when the whole chain holds. */
  readonly firstFault: number | null;
  readonly fault: 'missing' | 'hash' | 'link' | 'columns' | 'head' | 'note' | null;
}

/** The end of the log as somebody outside wrote it down: whoever rewrites all of the log cannot rewrite that note. */
export interface NotedHead {
  readonly size: number;
  readonly hash: string;
}

const PAGE = 2000;

/**
 * Goes through the whole log from its first entry: numbers dense, hashes right, each entry naming the one before. Others
 * may be writing meanwhile: what they append before the end is reached is verified too.
 * @param noted must be found again where it was: a log that was rewritten or cut since is told as `note`
 */
export async function verifyChain(manager: EntityManager, told: (done: number) => void = () => {}, noted: NotedHead | null = null): Promise<ChainState> {
  let last: string | null = null;
  let seq = 0;
  for (;;) {
    const rows = await rowsFrom(manager, seq);
    for (const row of rows) {
      const fault = faultOf(row, seq, last);
      if (fault) return { entries: seq, firstFault: seq, fault };
      last = row.hash;
      seq += 1;
      if (seq === noted?.size && last !== noted.hash) return { entries: seq, firstFault: seq - 1, fault: 'note' };
    }
    told(seq);
    if (rows.length === PAGE) continue;
    const [head] = (await manager.query('SELECT size, last FROM audit_head WHERE id = 1')) as { size: number; last: string | null }[];
    const cut = noted !== null && seq < noted.size;
    if (head?.size === seq && head.last === last) return cut ? { entries: seq, firstFault: seq, fault: 'note' } : { entries: seq, firstFault: null, fault: null };
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
