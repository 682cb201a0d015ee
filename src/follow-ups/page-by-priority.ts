import type { SelectQueryBuilder } from 'typeorm';
import { rowsFrom } from '../kernel/db/public.js';
import { Problem } from '../kernel/errors/public.js';
import type { PageInput, PageOf } from '../kernel/http/public.js';
import { codedValue, vocabulary } from '../vocabularies/public.js';
import type { FollowUpAction } from './follow-up-action.entity.js';

const LIMIT = 50;
const LAST = 99;
/** Sorts behind every instant. */
const NO_DUE = 'none';

const rankOf = (priority: string): number => Number(codedValue('priorities', priority)?.rank ?? LAST);

/** The place of a priority in SQL: the codes are the list's own, so they may stand in the statement. */
const RANK = `CASE f.priority ${vocabulary('priorities')
  .values.map(({ code, rank }) => `WHEN '${code}' THEN ${Number(rank ?? LAST)}`)
  .join(' ')} ELSE ${LAST} END`;

const DUE = `COALESCE(f.due_latest, '${NO_DUE}')`;

type Cursor = readonly [back: 0 | 1, rank: number, due: string, id: string];

/**
 * One page with the most urgent first, and of the same priority the one due first; `reversed` turns all of it around.
 * Found by the keys of its neighbour like every list. `query` names the table `f`.
 */
export async function pageByPriority(
  query: SelectQueryBuilder<FollowUpAction>,
  page: PageInput,
  reversed: boolean,
): Promise<PageOf<FollowUpAction>> {
  const limit = page.limit ?? LIMIT;
  const cursor = page.cursor ? readCursor(page.cursor) : null;
  const back = cursor?.[0] === 1;
  const up = reversed === back;
  if (cursor) {
    const than = up ? '>' : '<';
    const [, rank, due, id] = cursor;
    const beyond = `(${RANK} ${than} :rank OR (${RANK} = :rank AND (${DUE} ${than} :due OR (${DUE} = :due AND f.id ${than} :id))))`;
    query.andWhere(beyond, { rank, due, id });
  }
  const direction = up ? 'ASC' : 'DESC';
  query.addSelect(RANK, 'rank_').addSelect(DUE, 'due_');
  query.orderBy('rank_', direction).addOrderBy('due_', direction).addOrderBy('f.id', direction).limit(limit + 1);
  const found = await rowsFrom(query);
  const more = found.length > limit;
  const items = found.slice(0, limit);
  if (back) items.reverse();
  const [first, last] = [items[0], items.at(-1)];
  return {
    items,
    next: last && (back || more) ? cursorAt(last, 0) : null,
    previous: first && (back ? more : cursor !== null) ? cursorAt(first, 1) : null,
  };
}

const cursorAt = (row: FollowUpAction, back: 0 | 1): string =>
  Buffer.from(JSON.stringify([back, rankOf(row.priority), row.due.latest ?? NO_DUE, row.id])).toString('base64url');

function readCursor(text: string): Cursor {
  try {
    const read = JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as unknown[];
    const [back, rank, due, id] = read;
    const whole = (back === 0 || back === 1) && typeof rank === 'number' && typeof due === 'string' && typeof id === 'string';
    if (whole) return [back, rank, due, id];
  } catch {
    // falls through: whatever it was, it is none of our cursors
  }
  throw new Problem('list.cursor_malformed', { status: 400 });
}
