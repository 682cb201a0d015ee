import type { EntityManager } from 'typeorm';
import { AuditEntry, type Leaf } from '../audit/public.js';
import { rowsOf } from '../kernel/db/public.js';
import type { BackupSettings } from '../kernel/settings/public.js';
import { addHours, minutesBetween, type Instant } from '../kernel/time/public.js';

/** One entry of the log about backups. */
export interface BackupEntry {
  readonly at: Instant;
  readonly backup: string | null;
  readonly facts: Leaf['facts'];
}

/** How it stands with backups, by the log: the store may be out of reach just when one asks. */
export interface BackupHistory {
  readonly made: BackupEntry | null;
  readonly failed: BackupEntry | null;
  readonly verified: BackupEntry | null;
}

export async function backupHistory(reader: EntityManager): Promise<BackupHistory> {
  const [made, failed, verified] = await Promise.all(['backup.made', 'backup.failed', 'restore.drilled'].map((act) => latest(reader, act)));
  return { made: made ?? null, failed: failed ?? null, verified: verified ?? null };
}

async function latest(reader: EntityManager, act: string): Promise<BackupEntry | null> {
  const [row] = await rowsOf(reader, AuditEntry, 'WHERE r.act = :act AND r.allowed = 1 ORDER BY r.seq DESC LIMIT 1', { act });
  return row ? { at: row.at, backup: row.recordId, facts: (JSON.parse(row.leaf) as Leaf).facts } : null;
}

/** In the order of how bad it is. */
export type BackupHealth = 'not_set' | 'failed' | 'never' | 'old' | 'never_verified' | 'verified_long_ago' | 'well';

/** A restore that nobody has tried for so long is a hope. */
const TRIED_WITHIN_DAYS = 92;
const [DAY, WEEK] = [24, 7 * 24];

export function healthOf({ made, failed, verified }: BackupHistory, settings: BackupSettings | null, now: Instant): BackupHealth {
  if (!settings) return 'not_set';
  if (failed && (!made || failed.at > made.at)) return 'failed';
  if (!made) return 'never';
  const most = settings.every === 0 ? WEEK : 2 * settings.every;
  if (hoursSince(made.at, now) > most) return 'old';
  if (!verified) return 'never_verified';
  return hoursSince(verified.at, now) > TRIED_WITHIN_DAYS * DAY ? 'verified_long_ago' : 'well';
}

/** Shown in red: without a doubt something has to be done. */
export const isBad = (health: BackupHealth): boolean => health !== 'well' && health !== 'verified_long_ago';

export const hoursSince = (then: Instant, now: Instant): number => minutesBetween(then, now) / 60;

/** When the server makes the next one by itself; after one that failed sooner than usual. null: never. */
export function nextDue({ made, failed }: BackupHistory, settings: BackupSettings | null, now: Instant): Instant | null {
  if (!settings || settings.every === 0) return null;
  if (failed && (!made || failed.at > made.at)) return addHours(failed.at, Math.min(1, settings.every));
  return made ? addHours(made.at, settings.every) : now;
}
