import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { rowsFrom } from '../db/public.js';
import { Problem } from '../errors/public.js';

/** `?cursor=&limit=` of every list. */
export class PageInput {
  /** Where the page before ended; taken from its `next` or `previous`. */
  @IsOptional()
  @IsString()
  @MaxLength(400)
  cursor?: string;

  /** Rows a page, 1 to 200. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit?: number;
}

export interface PageOf<T> {
  readonly items: readonly T[];
  /** Cursors; null where there is nothing more. */
  readonly next: string | null;
  readonly previous: string | null;
}

/** One key of an order: the property of the row it sorts by. The id is always the last key, so that no two rows tie. */
export interface Order {
  readonly by: string;
  readonly direction: 'ASC' | 'DESC';
  /** Rows may have no value there: they come last in both directions. */
  readonly nullable?: boolean;
}

type Key = string | number | null;

interface Cursor {
  readonly back: boolean;
  readonly key: Key;
  readonly id: string;
}

const LIMIT = 50;

/**
 * One page of a query, found by the key of its neighbour row and never by counting rows to skip:
 * page 1,000 costs what page 1 costs. `valueOf` reads the sorting key out of a row.
 */
export async function pageOf<Row extends ObjectLiteral & { id: string }>(
  query: SelectQueryBuilder<Row>,
  order: Order,
  page: PageInput,
  valueOf: (row: Row) => Key,
): Promise<PageOf<Row>> {
  const limit = page.limit ?? LIMIT;
  const cursor = page.cursor ? readCursor(page.cursor) : null;
  const forward = !cursor?.back;
  const direction = forward === (order.direction === 'ASC') ? 'ASC' : 'DESC';
  const column = `${query.alias}.${order.by}`;
  const id = `${query.alias}.id`;
  const nulls = forward ? 'NULLS LAST' : 'NULLS FIRST';
  if (cursor) query.andWhere(...beyond(cursor, column, id, direction, forward));
  if (order.nullable) query.orderBy(column, direction, nulls);
  else query.orderBy(column, direction);
  query.addOrderBy(id, direction).limit(limit + 1);
  const found = await rowsFrom(query);
  const more = found.length > limit;
  const items = found.slice(0, limit);
  if (!forward) items.reverse();
  const first = items[0];
  const last = items.at(-1);
  return {
    items,
    next: last && (forward ? more : true) ? writeCursor({ back: false, key: valueOf(last), id: last.id }) : null,
    previous: first && (forward ? cursor !== null : more) ? writeCursor({ back: true, key: valueOf(first), id: first.id }) : null,
  };
}

function beyond(
  cursor: Cursor,
  column: string,
  id: string,
  direction: 'ASC' | 'DESC',
  forward: boolean,
): [string, Record<string, Key>] {
  const than = direction === 'ASC' ? '>' : '<';
  const params = { cursorKey: cursor.key, cursorId: cursor.id };
  if (cursor.key === null) {
    const nulls = `(${column} IS NULL AND ${id} ${than} :cursorId)`;
    return [forward ? nulls : `(${nulls} OR ${column} IS NOT NULL)`, { cursorId: cursor.id }];
  }
  const within = `(${column} ${than} :cursorKey OR (${column} = :cursorKey AND ${id} ${than} :cursorId))`;
  return [forward ? `(${within} OR ${column} IS NULL)` : within, params];
}

const writeCursor = (cursor: Cursor): string => Buffer.from(JSON.stringify([cursor.back ? 1 : 0, cursor.key, cursor.id])).toString('base64url');

function readCursor(text: string): Cursor {
  try {
    const [back, key, id] = JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as [number, Key, string];
    if ((back === 0 || back === 1) && typeof id === 'string' && (key === null || ['string', 'number'].includes(typeof key))) {
      return { back: back === 1, key, id };
    }
  } catch {
    // falls through: whatever it was, it is none of our cursors
  }
  throw new Problem('list.cursor_malformed', { status: 400 });
}
