import { Problem } from '../kernel/errors/public.js';
import type { PageInput, PageOf } from '../kernel/http/public.js';

const LIMIT = 50;

/**
 * One page of a whole list that is already in its order. The cursor names the row beside which the page begins, as in
 * every other list; a row that has gone meanwhile begins the list anew.
 */
export function pageOfSorted<T extends { id: string }>(sorted: readonly T[], input: PageInput): PageOf<T> {
  const limit = input.limit ?? LIMIT;
  const cursor = input.cursor ? /^(after|before)\.([0-9a-f-]{36})$/.exec(input.cursor) : null;
  if (input.cursor && !cursor) throw new Problem('list.cursor_malformed', { status: 400 });
  const at = cursor ? sorted.findIndex((one) => one.id === cursor[2]) : -1;
  const start = cursor?.[1] === 'before' ? Math.max(0, at - limit) : at + 1;
  const end = cursor?.[1] === 'before' && at >= 0 ? at : start + limit;
  const items = sorted.slice(start, end);
  return {
    items,
    next: end < sorted.length ? `after.${items.at(-1)?.id ?? ''}` : null,
    previous: start > 0 ? `before.${items[0]?.id ?? ''}` : null,
  };
}
