import { createHash } from 'node:crypto';
import type { Keys } from '../kernel/crypto/public.js';
import type { Snapshot } from '../kernel/db/public.js';
import { Problem } from '../kernel/errors/public.js';
import { encryptTo } from './age-box.js';
import { chunksOf, pack } from './chunks.js';
import type { StoredChunk, StoredTable } from './manifest.js';
import { namesOf, RowSum, type TablePlan } from './row-lines.js';
import type { BackupStore } from './store.js';

export const sha256Of = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

/** Names a chunk of these rows has or had: of today's key first. */
export const chunkNames = (keys: Keys, recipients: string, text: string): string[] =>
  keys.tokensEver(`backup chunk\n${recipients}`, sha256Of(text)).map((token) => `chunks/${token.slice(0, 2)}/${token}`);

/** Told by nobody without the key: the same rows to the same recipients are one object of the store. */
const chunkName = (...[keys, recipients, text]: Parameters<typeof chunkNames>): string => chunkNames(keys, recipients, text)[0] ?? '';

export const isDigestOf = (keys: Keys, { name, rows, digest }: Pick<StoredTable, 'name' | 'rows' | 'digest'>, sum: RowSum): boolean =>
  sum.rows === rows && keys.tokensEver(`backup table\n${name}`, sum.hex).includes(digest);

/** What was written so far. */
export interface Written {
  rows: number;
  objects: number;
  bytes: number;
}

/** Puts the rows of tables into the store, chunk by chunk; what it has already stays as it is. */
export class ChunkWriter {
  readonly written: Written = { rows: 0, objects: 0, bytes: 0 };
  /** Short mark of the recipients: chunks for other ones are other objects. */
  readonly mark: string;
  private readonly probe: string;

  constructor(
    private readonly store: BackupStore,
    private readonly keys: Keys,
    private readonly recipients: readonly string[],
    /** Chunks of earlier backups that lie there with the size they should have. */
    private readonly known: ReadonlyMap<string, StoredChunk>,
    private readonly told: (written: Written) => void,
    private readonly signal?: AbortSignal,
  ) {
    this.mark = sha256Of(recipients.join('\n')).slice(0, 16);
    this.probe = keys.token('backup probe', '');
  }

  /** @param nameOf the name of the n-th chunk, where it is not to be found again by what is in it */
  async table(snapshot: Snapshot, plan: TablePlan, nameOf?: (n: number) => string): Promise<StoredTable> {
    const sum = new RowSum();
    const chunks: StoredChunk[] = [];
    for await (const { text, rows } of chunksOf(plan, snapshot.pages(plan.name, namesOf(plan), plan.keys), (line) => sum.add(line))) {
      this.mayGoOn();
      const name = nameOf?.(chunks.length) ?? chunkName(this.keys, this.mark, text);
      chunks.push(this.known.get(name) ?? (await this.put(name, await pack(text), rows)));
      this.written.rows += rows;
      this.told(this.written);
    }
    return { ...plan, rows: sum.rows, digest: this.keys.token(`backup table\n${plan.name}`, sum.hex), chunks };
  }

  /** @throws Problem `backup.stopped` once the server stops, or was locked: what is named or signed with keys that were overwritten is worth nothing. */
  mayGoOn(): void {
    this.signal?.throwIfAborted();
    if (this.keys.token('backup probe', '') !== this.probe) throw new Problem('backup.stopped', { status: 503 });
  }

  /** Encrypts and puts one object. */
  async put(name: string, plain: Uint8Array, rows = 0): Promise<StoredChunk> {
    const bytes = await encryptTo(this.recipients, plain);
    await this.store.put(name, bytes);
    this.written.objects += 1;
    this.written.bytes += bytes.length;
    return [name, sha256Of(bytes), bytes.length, rows];
  }
}
