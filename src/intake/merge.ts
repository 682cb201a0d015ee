type Fields = Readonly<Record<string, unknown>>;

export interface Merge {
  /** What the file says anew. */
  readonly changes: Record<string, unknown>;
  /** Fields that both the file and somebody here changed since the last import: ours stays. */
  readonly apart: readonly string[];
}

/**
 * What an import changes of a record it brought before: a field the file says otherwise than last time, unless somebody
 * corrected it here. `base` is the record as the last import left it; a correction made here is never undone by sending
 * the same file again.
 */
export function mergeOf(base: Fields, current: Fields, incoming: Fields): Merge {
  const changes: Record<string, unknown> = {};
  const apart: string[] = [];
  for (const [field, said] of Object.entries(incoming)) {
    if (same(said, current[field]) || same(said, base[field])) continue;
    if (same(base[field], current[field])) changes[field] = said;
    else apart.push(field);
  }
  return { changes, apart };
}

const same = (one: unknown, other: unknown): boolean => settled(one) === settled(other);

/** One text for values that say the same: members in one order, nothing and an empty list alike. */
function settled(value: unknown): string {
  if (value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) return 'null';
  if (Array.isArray(value)) return `[${value.map(settled).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).filter(([, one]) => one !== undefined);
  return `{${members.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, one]) => `${key}:${settled(one)}`).join()}}`;
}
