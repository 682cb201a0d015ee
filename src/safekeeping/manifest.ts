import canonicalize from 'canonicalize';
import type { Keys } from '../kernel/crypto/public.js';
import { isId } from '../kernel/db/public.js';
import type { Instant } from '../kernel/time/public.js';
import type { TablePlan } from './row-lines.js';
import { readSignedText, signedText } from './signed-text.js';

export const FORMAT = 'habeas-backup/1';

/** One object of the store that a backup needs: its name, the SHA-256 of what lies there, its size in bytes, the rows in it. */
export type StoredChunk = readonly [name: string, sha256: string, bytes: number, rows: number];

export interface StoredTable extends TablePlan {
  readonly rows: number;
  /** A keyed digest of all rows, see row-lines.ts: whoever has no key cannot try whether a row is in it. */
  readonly digest: string;
  readonly chunks: readonly StoredChunk[];
}

/** What one backup consists of. Open to read, so that nothing in it may name anyone; signed, so that none of it can be changed. */
export interface Manifest {
  readonly format: typeof FORMAT;
  readonly id: string;
  readonly instance: string;
  readonly made: Instant;
  /** Migrations behind the rows, in their order. */
  readonly migrations: readonly string[];
  /** The signed head of the audit log at that moment; null from before there were checkpoints. */
  readonly checkpoint: string | null;
  /** Mark of the public keys everything is encrypted to. */
  readonly recipients: string;
  readonly tables: readonly StoredTable[];
}

export const manifestName = (id: string): string => `manifests/${id}.json`;

export const writeManifest = (keys: Keys, manifest: Manifest): string => signedText(keys, 'manifest', canonicalize(manifest) ?? '');

/** null for what we did not sign, or what stands under another name than its own. */
export function readManifest(keys: Keys, name: string, file: string): Manifest | null {
  const text = readSignedText(keys, 'manifest', file);
  if (text === null) return null;
  const manifest = JSON.parse(text) as Manifest;
  return manifest.format === FORMAT && isId(manifest.id) && manifestName(manifest.id) === name ? manifest : null;
}

export const rowsIn = (manifest: Manifest): number => manifest.tables.reduce((sum, table) => sum + table.rows, 0);

export const chunksIn = ({ tables }: Manifest): StoredChunk[] => tables.flatMap(({ chunks }) => [...chunks]);

export const bytesIn = (manifest: Manifest): number => chunksIn(manifest).reduce((sum, [, , bytes]) => sum + bytes, 0);
