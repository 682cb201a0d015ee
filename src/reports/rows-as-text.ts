import { setOf, textFrom, Texts, type RecordSet } from './record-set.js';

/** Between fields and between records. Codes, days and ids hold neither. */
const FIELD = '\u001F';
const RECORD = '\u001E';

/** What a statement selects for `rowsFrom`: one row with one text, which leaves the database faster than as many rows would. */
export const asText = (columns: readonly string[]): string =>
  `COUNT(*) AS n, string_agg(concat_ws('${FIELD}', ${columns.map((column) => `COALESCE(CAST(${column} AS text), '')`).join(', ')}), '${RECORD}') AS told`;

export interface AsText {
  readonly n: number | string;
  readonly told: string | null;
}

/** The records of such a text. @throws Error when a field holds what stands between fields */
export function rowsFrom(read: AsText | undefined, names: readonly string[]): RecordSet {
  const [count, text] = [Number(read?.n ?? 0), read?.told ?? ''];
  const fields = names.map(() => ({ values: new Int32Array(count), texts: new Texts() }));
  let at = 0;
  for (let record = 0; record < count; record += 1) {
    for (const [n, { values, texts }] of fields.entries()) {
      const found = text.indexOf(n === names.length - 1 ? RECORD : FIELD, at);
      const end = found < 0 ? text.length : found;
      values[record] = texts.of(text.slice(at, end));
      at = end + 1;
    }
  }
  if (count > 0 && at !== text.length + 1) throw new Error('a code holds what stands between fields');
  return setOf(count, (name) => {
    const field = fields[names.indexOf(name)];
    if (!field) throw new Error(`no record has ${name}`);
    return { values: field.values, text: textFrom(field.texts.all) };
  });
}
