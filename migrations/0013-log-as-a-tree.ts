import type { MigrationInterface, QueryRunner } from 'typeorm';
import { newId } from '../src/kernel/db/public.js';
import { BLOCK, Frontier, leafHash } from '../src/kernel/merkle/public.js';
import { SystemClock } from '../src/kernel/time/public.js';
import { armGuards } from './guards.js';
import { createTable } from './steps.js';

const PAGE = 2000;

/** In place of an entry that is missing, so that those after it keep their places; `habeas audit verify` names it. */
const GONE = Buffer.alloc(32);

interface Head {
  size: number;
  last: string | null;
}

/**
 * The log becomes a Merkle tree (RFC 6962). What is there stays byte for byte: it becomes the first leaves, and the edge
 * of the tree over them seals them. Commitments, signed checkpoints and roots of blocks get their tables.
 */
export class LogAsATree1700000000013 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'audit_block', { columns: { position: 'key integer', hash: 'varchar(64)' } });
    await createTable(runner, 'audit_opening', { columns: { seq: 'key integer', subject: 'varchar(36)', sealed: 'text' } });
    await createTable(runner, 'audit_checkpoint', {
      columns: { size: 'key integer', note: 'text', at: 'varchar(24)', reason: 'varchar(16)' },
    });
    await armGuards(runner, 'audit_opening');
    await armGuards(runner, 'audit_checkpoint');
    const [{ size, last }] = (await runner.query('SELECT size, last FROM audit_head')) as [Head];
    const edge = await this.grow(runner, size);
    await runner.query('DROP TABLE audit_head');
    await createTable(runner, 'audit_head', {
      columns: { id: 'key integer', origin: 'varchar(64)', size: 'integer', last: 'varchar(64)?', frontier: 'text' },
    });
    const origin = `habeas/${newId(new SystemClock().now())}`;
    const end = last === null ? 'NULL' : `'${last}'`;
    await runner.query(`INSERT INTO audit_head (id, origin, size, last, frontier) VALUES (1, '${origin}', ${size}, ${end}, '${edge.text()}')`);
  }

  /** The tree over the entries there are, a page at a time. */
  private async grow(runner: QueryRunner, size: number): Promise<Frontier> {
    const edge = Frontier.empty();
    while (edge.size < size) {
      const [from, to] = [edge.size, Math.min(edge.size + PAGE, size)];
      const rows = (await runner.query(`SELECT seq, leaf FROM audit_entry WHERE seq >= ${from} AND seq < ${to} ORDER BY seq`)) as { seq: number; leaf: string }[];
      const leaves = new Map(rows.map((row) => [row.seq, row.leaf]));
      for (let seq = from; seq < to; seq += 1) {
        const leaf = leaves.get(seq);
        const block = edge.add(leaf === undefined ? GONE : leafHash(leaf));
        if (block) await runner.query(`INSERT INTO audit_block (position, hash) VALUES (${edge.size / BLOCK - 1}, '${block.toString('hex')}')`);
      }
    }
    return edge;
  }

  /** Going back would throw records away; a backup is the way back. */
  down(): Promise<void> {
    return Promise.reject(new Error('migrations of this project are not undone; restore a backup'));
  }
}
