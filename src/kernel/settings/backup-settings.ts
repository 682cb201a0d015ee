import { existsSync, readFileSync } from 'node:fs';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { SettingRefused } from './setting-refused.js';

type Environment = Readonly<Record<string, string | undefined>>;

/** How many backups stay: the newest ones, and the newest of so many days, weeks and months. */
export interface KeepRule {
  readonly last: number;
  readonly daily: number;
  readonly weekly: number;
  readonly monthly: number;
}

export interface BackupSettings {
  /** A folder, or `s3://bucket/prefix`. */
  readonly to: string;
  /** Text of the file of public keys. */
  readonly recipients: string;
  /** Hours between two backups the server makes by itself; 0: none. */
  readonly every: number;
  readonly keep: KeepRule;
}

export interface S3Settings {
  /** null: the service of Amazon in that region. */
  readonly endpoint: string | null;
  readonly region: string;
  readonly keyId: string;
  readonly secret: string;
}

/** null: no backups are made. @throws SettingRefused */
export function backupOf(env: Environment, dataDir: string): BackupSettings | null {
  if (!env.HABEAS_BACKUP_TO) return null;
  if (!env.HABEAS_BACKUP_RECIPIENTS) throw new SettingRefused('HABEAS_BACKUP_TO asks for HABEAS_BACKUP_RECIPIENTS too: the file with the public keys that "habeas backup keygen" printed.');
  return {
    to: placeOf(env.HABEAS_BACKUP_TO, dataDir),
    recipients: textOf('HABEAS_BACKUP_RECIPIENTS', env.HABEAS_BACKUP_RECIPIENTS),
    every: hoursOf(env.HABEAS_BACKUP_EVERY || '24'),
    keep: keepOf(env.HABEAS_BACKUP_KEEP || 'last=3,daily=14,weekly=8,monthly=12'),
  };
}

/** A folder inside of the data folder would be taken together with it. */
function placeOf(text: string, dataDir: string): string {
  if (text.startsWith('s3://')) {
    if (!/^s3:\/\/[a-z0-9][a-z0-9.-]{1,61}[a-z0-9](\/[\w.-]+)*\/?$/i.test(text)) throw new SettingRefused(`HABEAS_BACKUP_TO must be a folder or s3://bucket/prefix (got "${text}").`);
    return text.replace(/\/$/, '');
  }
  const folder = resolve(text);
  const way = relative(dataDir, folder);
  const outside = way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way);
  if (!outside) throw new SettingRefused(`HABEAS_BACKUP_TO must not lie in the data folder: who takes one would have both (${folder}).`);
  return folder;
}

/** Credentials lie in a file, so that they are in no list of processes. */
export function s3Of(env: Environment): S3Settings | null {
  const [keyId, file, endpoint] = [env.HABEAS_S3_KEY_ID, env.HABEAS_S3_SECRET_FILE, env.HABEAS_S3_ENDPOINT];
  if (!keyId && !file) return null;
  if (!keyId || !file) throw new SettingRefused('HABEAS_S3_KEY_ID and HABEAS_S3_SECRET_FILE belong together: set both or none.');
  if (endpoint && !isSafe(endpoint)) throw new SettingRefused(`HABEAS_S3_ENDPOINT must begin with https:// unless it names this machine (got "${endpoint}").`);
  return { endpoint: endpoint || null, region: env.HABEAS_S3_REGION || 'us-east-1', keyId, secret: textOf('HABEAS_S3_SECRET_FILE', file).trim() };
}

function isSafe(endpoint: string): boolean {
  const url = URL.canParse(endpoint) ? new URL(endpoint) : null;
  return url?.protocol === 'https:' || (url?.protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname));
}

function textOf(name: string, file: string): string {
  if (!existsSync(file)) throw new SettingRefused(`${name} must name a file that is there (got "${file}").`);
  return readFileSync(file, 'utf8');
}

function hoursOf(text: string): number {
  const hours = Number(text);
  if (!Number.isInteger(hours) || hours < 0 || hours > 720) throw new SettingRefused(`HABEAS_BACKUP_EVERY must be a whole number of hours from 0 to 720 (got "${text}").`);
  return hours;
}

/** `last=3,daily=14`: what is not named is 0; of `last` there is at least one. */
function keepOf(text: string): KeepRule {
  const rule = { last: 1, daily: 0, weekly: 0, monthly: 0 };
  for (const part of text.split(',')) {
    const [, name, count] = /^\s*(last|daily|weekly|monthly)=(\d{1,4})\s*$/.exec(part) ?? [];
    if (!name || !count) throw new SettingRefused(`HABEAS_BACKUP_KEEP must be like last=3,daily=14,weekly=8,monthly=12 (got "${text}").`);
    rule[name as keyof KeepRule] = Number(count);
  }
  if (rule.last < 1) throw new SettingRefused('HABEAS_BACKUP_KEEP must keep the last backup at least: last=1.');
  return rule;
}
