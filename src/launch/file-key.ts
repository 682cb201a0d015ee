import type { KeyRing } from '../kernel/crypto/public.js';
import { changeFileKey, dropDraft, isSoundUntouched } from '../kernel/db/public.js';

/**
 * The key of the embedded file as it is now, in hex. A change of it that was begun is done here, before anything opens the
 * file: the file is under the old key or the new one, and which of them is found by trying.
 * @param settled is called when everything written ahead stands in the file itself
 */
export function fileKeyOf(file: string, { current, pending }: KeyRing, settled: () => void): string {
  const key = current.database.key.toString('hex');
  const next = pending.database?.key.toString('hex');
  if (!next) return key;
  dropDraft(file);
  if (isSoundUntouched(file, next)) return next;
  if (!isSoundUntouched(file, key)) return key; // damaged: said where it is opened
  try {
    changeFileKey(file, key, next, settled);
  } finally {
    dropDraft(file);
  }
  return next;
}
