import type { Aside } from '../../src/kernel/db/public.js';

/** A statement that finds one row more for ever. */
export function endless(aside: Aside): Promise<unknown> {
  return aside.ask(`WITH RECURSIVE found(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM found WHERE ${aside.pulse}) SELECT COUNT(*) AS n FROM found`, {});
}
