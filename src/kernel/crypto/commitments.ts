import { createHash, createHmac, randomBytes } from 'node:crypto';
import canonicalize from 'canonicalize';
import { seal, unseal } from './seal.js';

const VALUE = 'habeas-audit/commit/v1\n';
const FIELDS = 'habeas-audit/fields/v1\n';
const CONTEXT = 'audit opening';

type Fields = Readonly<Record<string, unknown>>;

/** What an entry of the log vouches for without saying it. */
export interface Vouched {
  /** The fields of a change, with their values before and after it. */
  readonly before?: Fields;
  readonly after?: Fields;
  /** The words somebody gave as the reason. */
  readonly reason?: string;
}

export type Commitments = Readonly<Record<string, string>>;

/** What opens the commitments of one entry, sealed under the key of the subject: erasing the subject closes them for ever. */
export interface SealedOpening {
  readonly subject: string;
  readonly sealed: string;
}

/** A value with the salt that its commitment was made with. */
export interface OpenedValue {
  readonly salt: string;
  readonly value: unknown;
}

interface Opening {
  /** 32 random bytes; the salt of each value is derived from them. */
  readonly salt: string;
  readonly values: Vouched;
}

/** Commits to values. The salts are random, so that nobody can find a value out by trying. */
export function commit(key: Buffer, subject: string, values: Vouched): { commitments: Commitments; opening: SealedOpening } {
  const salt = randomBytes(32);
  const text = JSON.stringify({ salt: salt.toString('hex'), values } satisfies Opening);
  // What JSON does not keep is not vouched for: the commitment is to what will be read back.
  const { values: kept } = JSON.parse(text) as Opening;
  return { commitments: commitmentsOf(salt, kept), opening: { subject, sealed: seal(key, text, CONTEXT) } };
}

/** An opening with all it vouches for. @throws SealBroken */
export class OpenedCommitments {
  readonly values: Vouched;
  readonly commitments: Commitments;
  private readonly salt: Buffer;

  constructor(key: Buffer, sealed: string) {
    const { salt, values } = JSON.parse(unseal(key, sealed, CONTEXT)) as Opening;
    this.values = values;
    this.salt = Buffer.from(salt, 'hex');
    this.commitments = commitmentsOf(this.salt, values);
  }

  /** The commitments to single fields of `before` or `after`, from which the one in the log is made. */
  fields(side: 'before' | 'after'): Commitments {
    return fieldCommitments(this.salt, side, this.values[side] ?? {});
  }

  /** @param path `reason`, or `before/FIELD`, `after/FIELD` */
  open(path: string): OpenedValue {
    const [name, field] = path.split('/') as [keyof Vouched, string?];
    const value = field === undefined ? this.values[name] : (this.values[name] as Fields)[field];
    return { salt: saltOf(this.salt, path).toString('hex'), value: value ?? null };
  }
}

function commitmentsOf(salt: Buffer, values: Vouched): Commitments {
  const found: Record<string, string> = {};
  for (const side of ['before', 'after'] as const) {
    const fields = values[side];
    if (fields) found[side] = digest(FIELDS, canonicalize(fieldCommitments(salt, side, fields)) ?? '');
  }
  if (values.reason !== undefined) found.reason = commitmentTo(salt, 'reason', values.reason);
  return found;
}

const fieldCommitments = (salt: Buffer, side: string, fields: Fields): Commitments =>
  Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, commitmentTo(salt, `${side}/${field}`, value)]));

const saltOf = (salt: Buffer, path: string): Buffer => createHmac('sha256', salt).update(path).digest();

const commitmentTo = (salt: Buffer, path: string, value: unknown): string => digest(VALUE, saltOf(salt, path), canonicalize(value ?? null) ?? 'null');

function digest(domain: string, ...parts: (string | Buffer)[]): string {
  const hash = createHash('sha256').update(domain);
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
}
