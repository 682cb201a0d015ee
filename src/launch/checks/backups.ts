import type { Ground } from '../../kernel/kernel.module.js';
import { backupHistory, healthOf, hoursSince, isBad, type BackupEntry, type BackupHealth } from '../../safekeeping/public.js';
import { bad, ok, warn, type Finding } from './finding.js';

/** By the log, and judged as on the administrator's page: the store may be out of reach just when somebody asks. */
export async function backups({ settings, database, clock }: Ground): Promise<Finding> {
  const history = await backupHistory(database.reader.manager);
  const now = clock.now();
  const days = (entry: BackupEntry | null): number => (entry ? Math.floor(hoursSince(entry.at, now) / 24) : 0);
  const health = healthOf(history, settings.backup, now);
  const found = health === 'well' ? ok : isBad(health) && health !== 'not_set' ? bad : warn;
  return found('backups', sentences[health](days(history.made), days(history.verified)));
}

const sentences: Readonly<Record<BackupHealth, (made: number, tried: number) => string>> = {
  not_set: () => 'No backups are made: HABEAS_BACKUP_TO is not set.',
  failed: () => 'The last backup failed.',
  never: () => 'No backup has been made yet; run: habeas backup',
  old: (made) => `The newest backup is ${made} days old.`,
  never_verified: (made) => `The newest backup is ${made} days old, and nobody has ever tried to restore one; run: habeas backup verify`,
  verified_long_ago: (made, tried) => `The newest backup is ${made} days old, and restoring was last tried ${tried} days ago; run: habeas backup verify`,
  well: (made, tried) => `The newest backup is ${made} days old; restoring was tried ${tried} days ago.`,
};
