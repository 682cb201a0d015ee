import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { EntityManager } from 'typeorm';
import type { Ground } from '../kernel/kernel.module.js';
import { AuditCheckpoint } from './audit-checkpoint.entity.js';
import { trustedKeys } from './log-keys.js';
import { readHeadRow } from './tree-reader.js';

const PAGE = 2000;

/** The files of an export, each as its lines up to a size that was signed; tools/verify-log checks them with nothing else. */
export const exportFiles = {
  'leaves.jsonl': leafLines,
  'checkpoints.jsonl': checkpointLines,
  'log.vkey': keyLines,
} as const;

export type ExportFile = keyof typeof exportFiles;

type Source = Pick<Ground, 'database' | 'keys'>;

/** Writes an export into a folder, which is made when it is not there. */
export async function exportLog(ground: Source, size: number, folder: string, told: (done: number) => void = () => {}): Promise<void> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const [name, linesOf] of Object.entries(exportFiles)) {
    const file = createWriteStream(join(folder, name), { mode: 0o600 });
    await pipeline(Readable.from(linesOf(ground, size, told)), file);
  }
}

/** One entry a line, byte for byte as it is hashed. */
async function* leafLines({ database }: Source, size: number, told: (done: number) => void = () => {}): AsyncGenerator<string> {
  for (let from = 0; from < size; from += PAGE) {
    const to = Math.min(from + PAGE, size);
    const rows = await query<{ leaf: string }>(database.reader.manager, `SELECT leaf FROM audit_entry WHERE seq >= ${from} AND seq < ${to} ORDER BY seq`);
    yield rows.map(({ leaf }) => `${leaf}\n`).join('');
    told(to);
  }
}

/** One signed head a line. */
async function* checkpointLines({ database }: Source, size: number): AsyncGenerator<string> {
  for (let after = -1; ; ) {
    const rows = await query<AuditCheckpoint>(database.reader.manager, `SELECT size, note, at, reason FROM audit_checkpoint WHERE size > ${after} AND size <= ${size} ORDER BY size LIMIT ${PAGE}`);
    yield rows.map(({ size: at, ...row }) => `${JSON.stringify({ size: at, note: row.note, at: row.at, reason: row.reason })}\n`).join('');
    const last = rows.at(-1);
    if (!last || rows.length < PAGE) return;
    after = last.size;
  }
}

/** The public keys that have signed the log, one a line. */
async function* keyLines({ database, keys }: Source): AsyncGenerator<string> {
  const { manager } = database.reader;
  const { origin } = await readHeadRow(manager);
  for (const key of await trustedKeys(manager, keys, origin)) yield `${key.vkey}\n`;
}

const query = <Row>(manager: EntityManager, sql: string): Promise<Row[]> => manager.query(sql);
