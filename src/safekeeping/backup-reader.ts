import type { Keys } from '../kernel/crypto/public.js';
import { Problem } from '../kernel/errors/public.js';
import { decryptWith } from './age-box.js';
import { chunkNames, isDigestOf, sha256Of } from './chunk-writer.js';
import { readChunk, unpack } from './chunks.js';
import { keysHeadName, newestKeys, readKeysHead, type KeysHead } from './keys-head.js';
import type { Manifest, StoredChunk, StoredTable } from './manifest.js';
import { namesOf, RowSum } from './row-lines.js';
import type { BackupStore } from './store.js';

/** The keys of a store, opened with an identity and not proven yet. */
export interface OpenedKeys {
  readonly head: KeysHead;
  readonly isProven: (keys: Keys) => boolean;
}

const refused = (code: string, object?: string): Problem => new Problem(code, { status: 422, params: object === undefined ? {} : { object } });

/** @throws Problem `backup.none`, `backup.does_not_open` for another identity or a changed object, `backup.changed` */
export async function openKeys(store: BackupStore, identities: readonly string[]): Promise<OpenedKeys> {
  const newest = newestKeys((await store.list('keys')).keys());
  const name = newest && keysHeadName(newest);
  const bytes = name && (await store.get(name));
  if (!bytes) throw new Problem('backup.none', { status: 404 });
  const plain = await decryptWith(identities, bytes);
  if (!plain) throw refused('backup.does_not_open', name);
  const opened = readKeysHead(Buffer.from(plain).toString('utf8'));
  if (opened?.head.backup !== newest) throw refused('backup.changed', name);
  return opened;
}

/** Reads what a signed list names, and takes no byte of it on trust. */
export class BackupReader {
  constructor(
    private readonly store: BackupStore,
    private readonly identities: readonly string[],
    private readonly keys: Keys,
  ) {}

  /** The rows of a table of a manifest, chunk by chunk; each chunk is proven before it is given, the whole table at the end. */
  table(manifest: Manifest, table: StoredTable): AsyncGenerator<unknown[][]> {
    return this.rows(table, (text) => chunkNames(this.keys, manifest.recipients, text));
  }

  /** The same of a table of keys, whose chunks bear numbers. */
  keyTable(table: StoredTable): AsyncGenerator<unknown[][]> {
    return this.rows(table, null);
  }

  private async *rows(table: StoredTable, namesOfText: ((text: string) => readonly string[]) | null): AsyncGenerator<unknown[][]> {
    const sum = new RowSum();
    for (const chunk of table.chunks) {
      const [name] = chunk;
      const text = await this.open(chunk);
      const { table: of, columns, lines } = readChunk(text);
      const fits = of === table.name && columns.join() === namesOf(table).join() && lines.length === chunk[3];
      if (!fits || (namesOfText && !namesOfText(text).includes(name))) throw refused('backup.changed', name);
      for (const line of lines) sum.add(line);
      yield lines.map((line) => JSON.parse(line) as unknown[]);
    }
    if (!isDigestOf(this.keys, table, sum)) throw refused('backup.changed', table.name);
  }

  private async open([name, sha256, size]: StoredChunk): Promise<string> {
    const bytes = await this.store.get(name);
    if (!bytes) throw refused('backup.missing', name);
    if (bytes.length !== size || sha256Of(bytes) !== sha256) throw refused('backup.changed', name);
    const plain = await decryptWith(this.identities, bytes);
    if (!plain) throw refused('backup.does_not_open', name);
    const text = await unpack(plain);
    if (text === null) throw refused('backup.changed', name);
    return text;
  }
}
