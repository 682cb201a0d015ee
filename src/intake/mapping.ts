import { isRegion } from '../places/public.js';
import { zoneExists } from '../kernel/time/public.js';
import { isCode } from '../vocabularies/public.js';
import { Problem, type FieldFault } from '../kernel/errors/public.js';
import { importFields, importWhats, type ImportField, type ImportWhat } from './import-fields.js';

/** Where the value of one field comes from. */
export interface ColumnRule {
  /** Several columns are put together with `join` between them, empty ones left out. */
  readonly columns: readonly string[];
  readonly join: string;
  /** The source's words for codes. */
  readonly values: Readonly<Record<string, string>>;
  /** Parts a list within one cell. */
  readonly separator: string;
  /** Order of a date's parts, such as `MM/DD/YYYY`; without it the date is read as people type dates. */
  readonly format: string | null;
}

/** A saved mapping file, checked: which column of a file is which field. */
export interface Mapping {
  readonly name: string;
  readonly title: string;
  readonly what: ImportWhat;
  /** Short name of the system the rows come from; with the row's id it makes the external id. */
  readonly system: string;
  /** How the data set is called as a source; for incidents. */
  readonly source: { readonly label: string; readonly location: string | null } | null;
  readonly zone: string | null;
  readonly delimiter: string | null;
  readonly columns: Readonly<Record<string, ColumnRule>>;
  /** Fields with one value for all rows. */
  readonly constants: Readonly<Record<string, string>>;
  /** Columns in which an empty cell is worth a remark. */
  readonly expected: readonly string[];
  /** A column with the year of `start`, to be compared with it. */
  readonly yearColumn: string | null;
  /** Kind of the facilities named in the file, by default a police station. */
  readonly facilityKind: string;
}

const formats = /^(?=.*YYYY)(?=.*MM)(?=.*DD)[YMDHhms./ :T-]+$/;
const known = ['name', 'title', 'what', 'system', 'source', 'zone', 'delimiter', 'columns', 'constants', 'expected', 'yearColumn', 'facilityKind'];
const knownOfRule = ['column', 'columns', 'join', 'values', 'separator', 'format'];

type Json = Readonly<Record<string, unknown>>;

/**
 * Reads a mapping file's content.
 * @throws Problem `import.mapping_refused` (422) with every fault and where it stands, such as `columns.kind.values.митинг`.
 */
export function readMapping(text: string): Mapping {
  const faults: FieldFault[] = [];
  const fault = (field: string, code: string): void => void faults.push({ field, code: `mapping.${code}` });
  const json = parsed(text);
  if (!json) throw refused([{ field: 'mapping', code: 'mapping.no_json' }]);
  for (const key of Object.keys(json)) if (!known.includes(key)) fault(key, 'unknown_member');
  const what = importWhats.find((one) => one === json.what) ?? 'incidents';
  if (json.what !== what) fault('what', 'what');
  const text1 = (key: string): string => (typeof json[key] === 'string' ? json[key].trim() : '');
  if (!/^[a-z0-9][a-z0-9-]{1,29}$/.test(text1('system'))) fault('system', 'system');
  if (!text1('title')) fault('title', 'needed');
  if (json.zone !== undefined && !zoneExists(text1('zone'))) fault('zone', 'zone');
  const source = sourceOf(json.source);
  if (what === 'incidents' && !source) fault('source.label', 'needed');
  const facilityKind = text1('facilityKind') || 'police_station';
  if (!isCode('facility-kinds', facilityKind)) fault('facilityKind', 'code');
  const columns = rulesOf(what, json.columns, fault);
  const constants = constantsOf(what, json.constants, fault);
  for (const [field, { required }] of Object.entries(importFields[what])) {
    if (required && !columns[field]) fault(`columns.${field}`, 'needed');
  }
  if (faults.length > 0) throw refused(faults);
  return {
    name: text1('name') || text1('system'),
    ...{ title: text1('title'), what, system: text1('system'), source, columns, constants, facilityKind },
    zone: text1('zone') || null,
    delimiter: typeof json.delimiter === 'string' ? json.delimiter : null,
    expected: textsOf(json.expected),
    yearColumn: text1('yearColumn') || null,
  };
}

/** Every column the mapping asks of a file. */
export const columnsAsked = (mapping: Mapping): string[] => [
  ...new Set([
    ...Object.values(mapping.columns).flatMap((rule) => rule.columns),
    ...mapping.expected,
    ...(mapping.yearColumn ? [mapping.yearColumn] : []),
  ]),
];

type Fault = (field: string, code: string) => void;

function rulesOf(what: ImportWhat, given: unknown, fault: Fault): Record<string, ColumnRule> {
  if (!isObject(given)) {
    fault('columns', 'needed');
    return {};
  }
  const rules: Record<string, ColumnRule> = {};
  for (const [field, said] of Object.entries(given)) {
    const at = `columns.${field}`;
    const kind = importFields[what][field];
    if (!kind) fault(at, 'no_such_field');
    else rules[field] = ruleOf(said, kind, at, fault);
  }
  return rules;
}

function ruleOf(said: unknown, kind: ImportField, at: string, fault: Fault): ColumnRule {
  const rule: Json = typeof said === 'string' ? { column: said } : isObject(said) ? said : {};
  for (const key of Object.keys(rule)) if (!knownOfRule.includes(key)) fault(`${at}.${key}`, 'unknown_member');
  const columns = typeof rule.column === 'string' ? [rule.column] : textsOf(rule.columns);
  if (columns.length === 0) fault(at, 'no_column');
  const format = typeof rule.format === 'string' ? rule.format : null;
  if (format !== null && (!formats.test(format) || (kind.is !== 'when' && kind.is !== 'day'))) fault(`${at}.format`, 'format');
  if (rule.values !== undefined && !(isObject(rule.values) && (kind.codes || kind.is === 'region'))) fault(`${at}.values`, 'values');
  const values = isObject(rule.values) ? Object.entries(rule.values) : [];
  for (const [words, code] of values) if (!takes(kind, code)) fault(`${at}.values.${words}`, 'code');
  return {
    columns,
    format,
    values: Object.fromEntries(values.map(([words, code]) => [words, String(code)])),
    join: typeof rule.join === 'string' ? rule.join : ' / ',
    separator: typeof rule.separator === 'string' && rule.separator !== '' ? rule.separator : ',',
  };
}

function constantsOf(what: ImportWhat, given: unknown, fault: Fault): Record<string, string> {
  const constants: Record<string, string> = {};
  for (const [field, value] of Object.entries(isObject(given) ? given : {})) {
    const kind = importFields[what][field];
    if (!kind || kind.required || typeof value !== 'string') fault(`constants.${field}`, 'no_such_field');
    else if (!takes(kind, value)) fault(`constants.${field}`, 'code');
    else constants[field] = value;
  }
  return constants;
}

function takes(kind: ImportField, value: unknown): boolean {
  if (kind.is === 'region') return isRegion(value);
  return kind.codes ? isCode(kind.codes, value) : typeof value === 'string';
}

function sourceOf(given: unknown): Mapping['source'] {
  if (!isObject(given) || typeof given.label !== 'string' || !given.label.trim()) return null;
  return { label: given.label.trim().slice(0, 200), location: typeof given.location === 'string' ? given.location : null };
}

function parsed(text: string): Json | null {
  try {
    const json: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    return isObject(json) ? json : null;
  } catch {
    return null;
  }
}

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

const textsOf = (value: unknown): string[] => (Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []);

const refused = (fields: readonly FieldFault[]): Problem => new Problem('import.mapping_refused', { status: 422, fields });
