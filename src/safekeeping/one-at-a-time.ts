import { lockFolder } from '../kernel/db/public.js';
import { Problem } from '../kernel/errors/public.js';

/** Backups of one instance never run beside each other, whichever process begins one. @throws Problem `backup.running` (409) */
export async function oneAtATime<T>(dataDir: string, task: () => Promise<T>): Promise<T> {
  const lock = lockFolder(dataDir, 'backup.lock');
  if (!lock) throw new Problem('backup.running', { status: 409 });
  try {
    return await task();
  } finally {
    lock.release();
  }
}
