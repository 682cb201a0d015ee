import type { Actor } from '../kernel/actor/public.js';
import { run, UnitOfWork } from '../kernel/db/public.js';
import type { Ground } from '../kernel/kernel.module.js';
import { BLOCK } from '../kernel/merkle/public.js';
import type { AuditBlock } from './audit-block.entity.js';
import { Checkpoints } from './checkpoints.js';
import { trustedKeys } from './log-keys.js';
import { newestCheckpoint, readHeadRow } from './tree-reader.js';
import { verifyChain, type ChainState } from './verify-chain.js';

export interface Rebuilt {
  /** The log without its blocks; with a fault in it nothing was written. */
  readonly state: ChainState;
  /** Whether a signed head stands over the log that its entries could be compared with; without one nothing was written. */
  readonly signed: boolean;
  /** How many blocks were wrong, missing or too many. */
  readonly mended: number;
}

/**
 * Makes the roots of blocks anew from the entries, after a fault of the disk. Only what derives from the entries is written,
 * and only when the entries are those that were signed: each checkpoint, the head beside them and the one outside fit. The
 * log says that it was done. Nobody may be writing meanwhile.
 */
export async function rebuildBlocks(ground: Ground, actor: Actor, told: (done: number) => void = () => {}): Promise<Rebuilt> {
  const { manager } = ground.database.reader;
  const { origin } = await readHeadRow(manager);
  const { head: noted } = await Checkpoints.on(ground).state();
  const mend: AuditBlock[] = [];
  const state = await verifyChain(manager, told, { keys: await trustedKeys(manager, ground.keys, origin), noted, mend });
  const signed = noted !== null && (await newestCheckpoint(manager)) !== null;
  if (state.fault || !signed) return { state, signed, mended: 0 };
  const ahead = Math.floor(state.entries / BLOCK);
  const [{ n }] = (await manager.query(`SELECT COUNT(*) AS n FROM audit_block WHERE position >= ${ahead}`)) as [{ n: number | string }];
  const mended = mend.length + Number(n);
  if (mended === 0) return { state, signed, mended };
  await new UnitOfWork(ground.database, ground.ledger, ground.clock).run(actor, async (story) => {
    await run(story.manager, 'DELETE FROM audit_block WHERE position >= :ahead', { ahead });
    for (const { position, hash } of mend) {
      await run(story.manager, 'INSERT INTO audit_block (position, hash) VALUES (:position, :hash) ON CONFLICT (position) DO UPDATE SET hash = excluded.hash', { position, hash });
    }
    story.note({ act: 'audit.rebuilt', kind: 'audit', recordId: null, facts: { blocks: mended } });
  });
  return { state, signed, mended };
}
