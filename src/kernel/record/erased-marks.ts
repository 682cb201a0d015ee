import type { EntityManager } from 'typeorm';
import { rowsOf } from '../db/public.js';
import { Erasure } from './erasure.entity.js';
import type { ErasedMark } from './record-kind.js';

/** When and on what ground subjects were erased; those that were not are absent. Asked only where a key is missing. */
export async function erasedMarks(manager: EntityManager, subjects: readonly string[], keys: ReadonlyMap<string, unknown>): Promise<ReadonlyMap<string, ErasedMark>> {
  const missing = subjects.filter((subject) => !keys.has(subject));
  if (missing.length === 0) return new Map();
  const rows = await rowsOf(manager, Erasure, 'WHERE r.subject IN (:...missing)', { missing });
  return new Map(rows.map(({ subject, erasedAt, ground }) => [subject, { at: erasedAt, ground }]));
}
