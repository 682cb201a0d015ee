import canonicalize from 'canonicalize';
import type { EntityManager } from 'typeorm';
import { AuditHead } from '../../src/audit/public.js';
import { NoteSigner } from '../../src/audit/signed-note.js';
import type { Keys } from '../../src/kernel/crypto/public.js';
import { guardedTables, run, type OpenDatabase } from '../../src/kernel/db/public.js';
import { BLOCK, Frontier, leafHash } from '../../src/kernel/merkle/public.js';

/** An entry as the forger sees it. */
export type ForgedLeaf = Record<string, unknown> & { seq: number; act: string };

/** Somebody with full access to the database, who knows exactly how the log is made. */
export class Forger {
  private constructor(private readonly manager: EntityManager) {}

  /** First of all the guards go. */
  static async at(database: OpenDatabase): Promise<Forger> {
    const runner = database.writer.createQueryRunner();
    for (const table of guardedTables) {
      const on = database.dialect.name === 'postgres' ? ` ON ${table}` : '';
      for (const guard of await database.dialect.guardsOn(runner, table)) await runner.query(`DROP TRIGGER ${guard}${on}`);
    }
    await runner.release();
    return new Forger(database.writer.manager);
  }

  sql(statement: string): Promise<unknown> {
    return this.manager.query(statement);
  }

  async leaves(): Promise<ForgedLeaf[]> {
    const rows = (await this.manager.query('SELECT leaf FROM audit_entry ORDER BY seq')) as { leaf: string }[];
    return rows.map((row) => JSON.parse(row.leaf) as ForgedLeaf);
  }

  /** Writes the log anew from these entries: numbers, links, hashes, columns, tree and head all fit together again. */
  rewrite(leaves: readonly ForgedLeaf[]): Promise<void> {
    return this.manager.transaction((manager) => this.writeAll(manager, leaves));
  }

  private async writeAll(manager: EntityManager, leaves: readonly ForgedLeaf[]): Promise<void> {
    for (const table of ['audit_entry', 'audit_block']) await manager.query(`DELETE FROM ${table}`);
    const edge = Frontier.empty();
    let prev: string | null = null;
    for (const [seq, given] of leaves.entries()) {
      const leaf = canonicalize({ ...given, seq, prev }) ?? '';
      const hash = leafHash(leaf);
      const block = edge.add(hash);
      prev = hash.toString('hex');
      const columns = { at: given.t, actorId: given.actor, act: given.act, kind: given.kind, recordId: given.id, allowed: given.ok ? 1 : 0 };
      const into = 'INSERT INTO audit_entry (seq, leaf, hash, at, actor_id, act, kind, record_id, allowed)';
      await run(manager, `${into} VALUES (:seq, :leaf, :prev, :at, :actorId, :act, :kind, :recordId, :allowed)`, { seq, leaf, prev, ...columns });
      if (block) await manager.query(`INSERT INTO audit_block (position, hash) VALUES (${(seq + 1) / BLOCK - 1}, '${block.toString('hex')}')`);
    }
    await run(manager, 'UPDATE audit_head SET size = :size, last = :prev, frontier = :edge', { size: leaves.length, prev, edge: edge.text() });
  }

  /** Takes all signed heads away and signs a new one, with the key of the log or with one of their own. */
  async signAnew(keys: Pick<Keys, 'logSeed'>): Promise<void> {
    await this.sql('DELETE FROM audit_checkpoint');
    const { origin, size, frontier } = await this.manager.findOneByOrFail(AuditHead, { id: 1 });
    const note = new NoteSigner(origin, keys.logSeed).sign({ origin, size, root: Frontier.read(size, frontier).root() });
    await run(this.manager, `INSERT INTO audit_checkpoint (size, note, at, reason) VALUES (:size, :note, '2026-11-24T00:00:00.000Z', 'minute')`, { size, note });
  }
}
