import type { QueryRunner } from 'typeorm';
import { ringFor, seal, unseal } from '../src/kernel/crypto/public.js';
import { counted, run } from '../src/kernel/db/public.js';

/** Where the words of one kind of record stood, and what becomes of them. */
export interface Wordy {
  readonly table: string;
  readonly kind: string;
  /** Column to the field of the private part its text goes to. */
  readonly words: Readonly<Record<string, string>>;
  /** Prefixes of moments, which are the names of their fields. */
  readonly moments: readonly string[];
  /** Column with a keyed token to the field it is made of. */
  readonly tokens: Readonly<Record<string, string>>;
}

type Fields = Record<string, unknown>;
type Texts = Record<string, string>;

/** What was said in words, as a sealed part has it. */
interface Said {
  readonly fields: Texts;
  readonly said: Texts;
}

const PAGE = 500;

/** The words of every row into its private part. Of somebody erased there is no key: their words go with it. */
export async function sealRows(runner: QueryRunner, { table, kind, words, moments, tokens }: Wordy, token: (kind: string, field: string, text: string) => string): Promise<void> {
  const columns = [...Object.keys(words), ...moments.map((moment) => `${moment}_as_said`)];
  const some = columns.map((column) => `${column} IS NOT NULL`).join(' OR ');
  for (let after = ''; ; ) {
    const sql = `SELECT id, subject, sealed, ${columns.join(', ')} FROM ${table} WHERE id > :after AND (${some}) ORDER BY id LIMIT ${PAGE}`;
    const rows = await counted<Record<string, string | null>>(runner.manager, sql, { after });
    const keys = await keysOf(runner, rows.map(({ subject }) => subject ?? ''));
    for (const row of rows) {
      const key = keys.get(row.subject ?? '');
      if (!key) continue;
      const fields = given(Object.entries(words).map(([column, field]) => [field, row[column]]));
      const said = given(moments.map((moment) => [moment, row[`${moment}_as_said`]]));
      const made = Object.entries(tokens).map(([column, field]) => [column, fields[field] === undefined ? null : token(kind, field, fields[field])]);
      const values = { sealed: withSaid(key, row.sealed ?? null, `${kind}:${row.id}`, { fields, said }), ...Object.fromEntries(made) } as Fields;
      const sets = Object.keys(values).map((column) => `${column} = :${column}`).join(', ');
      await run(runner.manager, `UPDATE ${table} SET ${sets} WHERE id = :id`, { ...values, id: row.id });
    }
    const last = rows.at(-1)?.id;
    if (!last) return;
    after = last;
  }
}

/** The same for every version of the kind, which keeps its readable fields as JSON. */
export async function sealVersions(runner: QueryRunner, { kind, words }: Wordy): Promise<void> {
  const next = 'kind = :kind AND (record_id > :id OR (record_id = :id AND version > :version))';
  for (let at = { id: '', version: 0 }; ; ) {
    const sql = `SELECT record_id, version, subject, plain, sealed FROM record_version WHERE ${next} ORDER BY record_id, version LIMIT ${PAGE}`;
    const rows = await counted<{ record_id: string; version: number; subject: string; plain: string; sealed: string }>(runner.manager, sql, { kind, ...at });
    const keys = await keysOf(runner, rows.map(({ subject }) => subject));
    for (const { record_id: id, version, subject, plain, sealed } of rows) {
      const parted = part(JSON.parse(plain) as Fields, Object.values(words));
      if (!parted) continue;
      const key = keys.get(subject);
      const values = { plain: JSON.stringify(parted.plain), sealed: key && sealed ? withSaid(key, sealed, `${kind}:${id}`, parted) : sealed };
      await run(runner.manager, 'UPDATE record_version SET plain = :plain, sealed = :sealed WHERE kind = :kind AND record_id = :id AND version = :version', { kind, id, version, ...values });
    }
    const last = rows.at(-1);
    if (!last) return;
    at = { id: last.record_id, version: last.version };
  }
}

/** The words apart from what stays readable; null when there is no place for words at all. */
function part(whole: Fields, words: readonly string[]): (Said & { plain: Fields }) | null {
  const moments = Object.entries(whole).filter(([, value]) => typeof value === 'object' && value !== null && 'precision' in value) as [string, Fields][];
  if (moments.length === 0 && !words.some((field) => field in whole)) return null;
  const silent = Object.fromEntries(moments.map(([name, { asSaid: _words, ...moment }]) => [name, moment]));
  const plain = Object.fromEntries(Object.entries({ ...whole, ...silent }).filter(([name]) => !words.includes(name)));
  return { plain, fields: given(words.map((field) => [field, whole[field]])), said: given(moments.map(([name, { asSaid }]) => [name, asSaid])) };
}

const given = (all: readonly (readonly [string, unknown])[]): Texts =>
  Object.fromEntries(all.filter((one): one is readonly [string, string] => typeof one[1] === 'string' && one[1] !== ''));

function withSaid(key: Buffer, sealed: string | null, context: string, more: Said): string {
  const before = (sealed ? JSON.parse(unseal(key, sealed, context)) : { fields: {}, because: null }) as { fields: Fields };
  return seal(key, JSON.stringify({ ...before, fields: { ...before.fields, ...more.fields }, said: more.said }), context);
}

/** A change of the keys may be under way: what wraps a key is the one in use or the next one. */
async function keysOf(runner: QueryRunner, asked: readonly string[]): Promise<ReadonlyMap<string, Buffer>> {
  if (asked.length === 0) return new Map();
  const rows = await counted<{ subject: string; wrapped: string }>(runner.manager, 'SELECT subject, wrapped FROM subject_key WHERE subject IN (:...subjects)', { subjects: [...new Set(asked)] });
  return new Map(rows.map(({ subject, wrapped }) => [subject, unwrapped(runner, wrapped, subject)]));
}

function unwrapped(runner: QueryRunner, wrapped: string, subject: string): Buffer {
  const { current, pending } = ringFor(runner);
  const next = pending.subjects;
  try {
    return Buffer.from(unseal(current.subjects.key, wrapped, subject), 'base64');
  } catch (error) {
    if (!next) throw error;
    return Buffer.from(unseal(next.key, wrapped, subject), 'base64');
  }
}
