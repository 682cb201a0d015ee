import { hkdfSync, randomBytes } from 'node:crypto';
import { seal, unseal } from './seal.js';

/** What each data key is for: the embedded file, the wrapping of each subject's key, search tokens, the wrapping of each file's key, the log's signature. */
export const dataKeyNames = ['database', 'subjects', 'tokens', 'files', 'log'] as const;
export type DataKeyName = (typeof dataKeyNames)[number];

/** 32 bytes; the generation counts how often this key was changed. */
export interface DataKey {
  readonly generation: number;
  readonly key: Buffer;
}

/** All data keys of an instance. It is only ever stored sealed under the master key. */
export interface KeyRing {
  readonly current: Readonly<Record<DataKeyName, DataKey>>;
  /** Keys that a rotation under way is changing to; the data may already be under either. */
  readonly pending: Readonly<Partial<Record<DataKeyName, DataKey>>>;
  /** Token keys of before, newest first, for tokens of what only a person or another service can tell again. */
  readonly pastTokens: readonly DataKey[];
}

const ringOf = (keyOf: (name: DataKeyName) => Buffer): KeyRing => ({
  current: Object.fromEntries(dataKeyNames.map((name) => [name, { generation: 1, key: keyOf(name) }])) as Record<DataKeyName, DataKey>,
  pending: {},
  pastTokens: [],
});

/** A new instance's data keys: each by chance, none known from another. */
export const freshRing = (): KeyRing => ringOf(() => randomBytes(32));

const oldLabels: Readonly<Record<DataKeyName, string>> = {
  database: 'database file',
  subjects: 'subject key wrapping',
  tokens: 'search tokens',
  files: 'file key wrapping',
  log: 'audit checkpoints',
};

/** The data keys of an instance made when they all came from the one master key (HKDF-SHA-256, RFC 5869): taken over unchanged. */
export const derivedRing = (master: Buffer): KeyRing => ringOf((name) => derive(master, `habeas/1 ${oldLabels[name]}`));

export const sealRing = (ring: KeyRing, master: Buffer, instance: string): string => seal(ringKey(master), JSON.stringify(ring, inText), contextOf(instance));

/** @throws SealBroken when the master key is another or the ring is of another instance. */
export const openRing = (sealed: string, master: Buffer, instance: string): KeyRing =>
  JSON.parse(unseal(ringKey(master), sealed, contextOf(instance)), inBytes) as KeyRing;

const ringKey = (master: Buffer): Buffer => derive(master, 'habeas/2 key ring');
const contextOf = (instance: string): string => `key ring:${instance}`;

/** Bytes give themselves to JSON as `{ type: 'Buffer', data: [...] }` before a replacer sees them. */
const inText = (_: string, value: unknown): unknown => (isBytes(value) ? { b64: Buffer.from(value.data).toString('base64') } : value);
const inBytes = (_: string, value: unknown): unknown => (hasBase64(value) ? Buffer.from(value.b64, 'base64') : value);

const isBytes = (value: unknown): value is { data: number[] } => (value as { type?: string } | null)?.type === 'Buffer';
const hasBase64 = (value: unknown): value is { b64: string } => typeof (value as { b64?: unknown } | null)?.b64 === 'string';

function derive(secret: Buffer, label: string): Buffer {
  if (secret.length !== 32) throw new Error('a master key has 32 bytes');
  return Buffer.from(hkdfSync('sha256', secret, Buffer.alloc(0), label, 32));
}
