import type { EntityManager } from 'typeorm';
import { BLOCK, rootOf, type Nodes } from '../kernel/merkle/public.js';
import { AuditCheckpoint } from './audit-checkpoint.entity.js';
import { AuditHead } from './audit-head.entity.js';

interface Row {
  readonly at: number;
  readonly hash: string;
}

/**
 * As much of the tree of `size` leaves as is needed to prove or compare something about the given leaves: the roots of
 * all blocks, and single leaves only of the blocks of those and of the last one. At a million entries some 4,000 short
 * rows instead of a million.
 * @throws when rows are missing
 */
export async function readNodes(manager: EntityManager, size: number, around: readonly number[] = []): Promise<Nodes> {
  const full = Math.floor(size / BLOCK);
  const blocks = (await manager.query(`SELECT position AS at, hash FROM audit_block WHERE position < ${full} ORDER BY position`)) as Row[];
  const opened = [...new Set([...around, size].map((leaf) => Math.floor(leaf / BLOCK)))];
  const leaves = new Map<number, Buffer>();
  for (const block of opened) {
    const range = `seq >= ${block * BLOCK} AND seq < ${Math.min((block + 1) * BLOCK, size)}`;
    for (const { at, hash } of (await manager.query(`SELECT seq AS at, hash FROM audit_entry WHERE ${range}`)) as Row[]) leaves.set(at, Buffer.from(hash, 'hex'));
  }
  const there = (found: Buffer | undefined): Buffer => {
    if (!found) throw new Error('a part of the tree of the log is missing');
    return found;
  };
  return {
    leaf: (index) => there(leaves.get(index)),
    block: (index) => there(blocks[index]?.at === index ? Buffer.from(blocks[index].hash, 'hex') : undefined),
  };
}

/** Root of the log as it was at an earlier size, or null where the tree does not hold together any more. */
export async function rootAt(manager: EntityManager, size: number): Promise<Buffer | null> {
  const nodes = await readNodes(manager, size);
  try {
    return rootOf(nodes, size);
  } catch {
    return null;
  }
}

/** @throws when the head is missing */
export const readHeadRow = (manager: EntityManager): Promise<AuditHead> => manager.findOneByOrFail(AuditHead, { id: 1 });

/** The newest checkpoint in the database, or null. */
export async function newestCheckpoint(manager: EntityManager): Promise<AuditCheckpoint | null> {
  const [row] = await manager.find(AuditCheckpoint, { order: { size: 'DESC' }, take: 1 });
  return row ?? null;
}
