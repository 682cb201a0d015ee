import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { listErasures } from '../erasure/public.js';
import { filesIn, type Keys } from '../kernel/crypto/public.js';
import { newId, openSnapshot, type Snapshot } from '../kernel/db/public.js';
import type { Ground } from '../kernel/kernel.module.js';
import { Instance } from '../kernel/settings/public.js';
import type { Instant } from '../kernel/time/public.js';
import { dataTables, tablesOfKeys } from './backup-tables.js';
import { ChunkWriter, type Written } from './chunk-writer.js';
import { keysFolder, keysHeadName, writeKeysHead } from './keys-head.js';
import { bytesIn, chunksIn, FORMAT, manifestName, rowsIn, writeManifest, type Manifest, type StoredChunk, type StoredTable } from './manifest.js';
import { readManifests } from './stored-backups.js';
import type { BackupStore } from './store.js';

export interface WriteOptions {
  readonly recipients: readonly string[];
  /** Writes everything anew, also what the store has already. */
  readonly full?: boolean;
  readonly told?: (written: Written) => void;
  /** Ends it at the next chunk; the store is then as after a power cut. */
  readonly signal?: AbortSignal;
  /** The signed head of the audit log. */
  readonly checkpoint: string | null;
}

/** What was backed up, and how much of it was new. */
export interface BackupMade {
  readonly id: string;
  readonly made: Instant;
  readonly rows: number;
  readonly bytes: number;
  readonly newObjects: number;
  readonly newBytes: number;
}

/**
 * Writes everything as it stands at one moment, while others go on working. Chunks first, then the keys, then the
 * manifest: cut short at any point, the store holds the earlier backups and some objects that nobody names yet.
 */
export async function writeBackup(ground: Ground, store: BackupStore, options: WriteOptions): Promise<BackupMade> {
  const { clock, keys, database } = ground;
  const known = options.full ? new Map<string, StoredChunk>() : await knownChunks(store, keys);
  const writer = new ChunkWriter(store, keys, options.recipients, known, options.told ?? (() => undefined), options.signal);
  const made = clock.now();
  const id = newId(made);
  const snapshot = await openSnapshot(database);
  try {
    const instance = await ownId(ground);
    const tables: StoredTable[] = [];
    for (const plan of dataTables(database.reader)) tables.push(await writer.table(snapshot, plan));
    const migrations = await migrationsIn(snapshot);
    const files = await writeKeys(ground, store, writer, snapshot, { id, instance, made });
    const manifest: Manifest = { format: FORMAT, id, instance, made, migrations, checkpoint: options.checkpoint, recipients: writer.mark, tables };
    writer.mayGoOn();
    await store.put(manifestName(id), Buffer.from(writeManifest(keys, manifest), 'utf8'));
    await dropOldKeys(store, id, new Set(files.map(([file]) => fileName(keys, file))));
    const { objects: newObjects, bytes: newBytes } = writer.written;
    return { id, made, rows: rowsIn(manifest), bytes: bytesIn(manifest), newObjects, newBytes };
  } finally {
    await snapshot.close();
  }
}

/** Chunks of earlier backups that lie there whole, as far as their size tells; `verify` reads them. */
async function knownChunks(store: BackupStore, keys: Keys): Promise<ReadonlyMap<string, StoredChunk>> {
  const [there, manifests] = [await store.list('chunks'), await readManifests(store, keys)];
  const chunks = manifests.flatMap((manifest) => chunksIn(manifest));
  return new Map(chunks.filter(([name, , bytes]) => there.get(name) === bytes).map((chunk) => [chunk[0], chunk]));
}

async function ownId({ database }: Ground): Promise<string> {
  const [row] = await database.reader.getRepository(Instance).find();
  return row?.id ?? '';
}

async function migrationsIn(snapshot: Snapshot): Promise<string[]> {
  const names: string[] = [];
  for await (const page of snapshot.pages('migration', ['name', 'id'], ['id'])) names.push(...page.map(([name]) => String(name)));
  return names;
}

/** Keys of people and files, with the sealed files themselves: of all this the store keeps only the newest. */
async function writeKeys(ground: Ground, store: BackupStore, writer: ChunkWriter, snapshot: Snapshot, of: { id: string; instance: string; made: Instant }): Promise<[string, number][]> {
  const { database, keys, settings } = ground;
  const tables: StoredTable[] = [];
  for (const plan of tablesOfKeys(database.reader)) tables.push(await writer.table(snapshot, plan, (n) => `${keysFolder(of.id)}${plan.name}-${n}`));
  const files = await writeFiles(ground, store, snapshot);
  const marker = join(settings.dataDir, 'instance.json');
  // What was erased since the moment of the rows is in the list all the same, and done again at a restore.
  const erasures = await listErasures(database.reader.manager);
  writer.mayGoOn();
  const head = writeKeysHead(keys, {
    ...{ format: 'habeas-keys/1', instance: of.instance, backup: of.id, made: of.made },
    ...{ marker: existsSync(marker) ? readFileSync(marker, 'utf8') : '', tables, files, erasures },
  });
  await writer.put(keysHeadName(of.id), Buffer.from(head, 'utf8'));
  return files;
}

/** Sealed files go as they are. They never change, so one that is there with its size is whole; `verify` opens them. */
async function writeFiles({ keys, settings }: Ground, store: BackupStore, snapshot: Snapshot): Promise<[string, number][]> {
  const [folder, there] = [filesIn(settings.dataDir), await store.list('files')];
  const files: [string, number][] = [];
  for await (const page of snapshot.pages('file_key', ['id'], ['id'])) {
    for (const [id] of page as [string][]) {
      const path = join(folder, id);
      if (!existsSync(path)) continue;
      const [name, bytes] = [fileName(keys, id), statSync(path).size];
      if (there.get(name) !== bytes) await store.putFile(name, path);
      files.push([id, bytes]);
    }
  }
  return files;
}

export const fileName = (keys: Keys, id: string): string => `files/${keys.token('backup file', id)}`;

/** Last of all: keys that were destroyed since, and files that lost theirs, are gone from the store with this. */
async function dropOldKeys(store: BackupStore, newest: string, files: ReadonlySet<string>): Promise<void> {
  for (const name of (await store.list('keys')).keys()) if (!name.startsWith(keysFolder(newest))) await store.remove(name);
  for (const name of (await store.list('files')).keys()) if (!files.has(name)) await store.remove(name);
}
