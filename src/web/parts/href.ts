export type Query = Readonly<Record<string, string | number | null | undefined>>;

/** A path with a query: `changes` over `query`, empty values left out. */
export function hrefWith(path: string, query: Query, changes: Query = {}): string {
  const pairs = Object.entries({ ...query, ...changes }).flatMap(([key, value]): [string, string][] =>
    value === null || value === undefined || value === '' ? [] : [[key, String(value)]],
  );
  return pairs.length === 0 ? path : `${path}?${new URLSearchParams(pairs).toString()}`;
}
