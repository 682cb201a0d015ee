import { AuditEntry } from '../../audit/public.js';
import { rowsOf } from '../../kernel/db/public.js';
import type { Ground } from '../../kernel/kernel.module.js';
import { minutesBetween, type Instant } from '../../kernel/time/public.js';
import { bad, ok, warn, type Finding } from './finding.js';

const DAY = 24 * 60;
const days = (from: Instant, now: Instant): number => Math.floor(minutesBetween(from, now) / DAY);

/** By the log: the store may be out of reach just when somebody asks. */
export async function backups({ settings, database, clock }: Ground): Promise<Finding> {
  if (!settings.backup) return warn('backups', 'No backups are made: HABEAS_BACKUP_TO is not set.');
  const newest = async (act: string): Promise<Instant | null> => {
    const [row] = await rowsOf(database.reader.manager, AuditEntry, 'WHERE r.act = :act AND r.allowed = 1 ORDER BY r.seq DESC LIMIT 1', { act });
    return row?.at ?? null;
  };
  const [made, failed, tried] = [await newest('backup.made'), await newest('backup.failed'), await newest('restore.drilled')];
  const now = clock.now();
  if (failed && (!made || failed > made)) return bad('backups', 'The last backup failed.');
  if (!made) return bad('backups', 'No backup has been made yet; run: habeas backup');
  const most = Math.max(2, (2 * settings.backup.every) / 24);
  if (days(made, now) > most) return bad('backups', `The newest backup is ${days(made, now)} days old.`);
  if (!tried || days(tried, now) > 92) return warn('backups', `The newest backup is ${days(made, now)} days old, and nobody has tried to restore one for three months; run: habeas backup verify`);
  return ok('backups', `The newest backup is ${days(made, now)} days old; restoring was tried ${days(tried, now)} days ago.`);
}
