import { existsSync, readFileSync } from 'node:fs';
import { isIP, isIPv6 } from 'node:net';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { zoneExists } from '../time/public.js';
import { backupOf, s3Of, type BackupSettings, type S3Settings } from './backup-settings.js';
import { SettingRefused } from './setting-refused.js';

/** What an administrator may decide; docs/operations/settings.md lists each with its meaning. */
export interface Settings {
  readonly dataDir: string;
  readonly host: string;
  readonly port: number;
  /** Where the master key is read from; null means the default place outside the data folder. */
  readonly keyFile: string | null;
  /** The line of a key file itself, where there is nothing but the environment to hand it over in; null: none. */
  readonly key: string | null;
  /** null means the embedded database in the data folder. */
  readonly databaseUrl: string | null;
  /** The zone in which times are read when neither the place nor the region tells one. */
  readonly zone: string;
  readonly publicUrl: string;
  readonly trustedProxies: readonly string[];
  /** `required`: whoever has no second factor yet can do nothing but add one. */
  readonly secondFactor: 'required' | 'offered';
  /** Whether accounts may have a passphrase for duress. */
  readonly duress: boolean;
  /** Hours during which no file leaves with a browser that has not been seen before. */
  readonly newDeviceHours: number;
  /** How many different records about people one account opens in an hour before it gets slow and others are told; 0: no limit. */
  readonly recordsAnHour: number;
  /** `start`: the server starts locked, whatever its key comes from, and waits for its operators. */
  readonly sealed: 'off' | 'start';
  /** The server locks itself when no administrator has checked in for so long; 0: it does not. */
  readonly deadmanHours: number;
  /** The server locks itself at the end of these hours; null: it does not. */
  readonly openHours: OpenHours | null;
  /** Megabytes: of the largest file of evidence, and of all that one account brings. */
  readonly evidence: { readonly largestMb: number; readonly quotaMb: number };
  /** The organisation's own sign-in service; null: none. */
  readonly oidc: OidcSettings | null;
  /** Where backups go, and to whose keys; null: none are made. */
  readonly backup: BackupSettings | null;
  /** How an S3-compatible store is reached, for backups that go or lie there. */
  readonly s3: S3Settings | null;
  readonly logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug';
}

/** Days of the week, Monday first and as 1, and minutes of the day. */
export interface OpenHours {
  readonly days: readonly [from: number, to: number];
  readonly minutes: readonly [from: number, to: number];
}

export interface OidcSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly secret: string;
}

export const defaultDataDir = (): string => join(homedir(), '.local', 'share', 'habeas');

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads and checks every setting once; nothing else reads the environment.
 * @throws SettingRefused naming the setting and what was expected of it.
 */
export function readSettings(env: Environment = process.env): Settings {
  const host = env.HABEAS_HOST || '127.0.0.1';
  const port = portOf(env.HABEAS_PORT || '3000');
  const dataDir = resolve(env.HABEAS_DATA_DIR || defaultDataDir());
  return Object.freeze({
    dataDir,
    host,
    port,
    keyFile: env.HABEAS_KEY_FILE ? resolve(env.HABEAS_KEY_FILE) : null,
    key: keyOf(env),
    databaseUrl: databaseOf(env.HABEAS_DATABASE_URL),
    zone: zoneOf(env.HABEAS_ZONE || 'Asia/Almaty'),
    publicUrl: publicUrlOf(env.HABEAS_PUBLIC_URL || `http://${isIPv6(host) ? `[${host}]` : host}:${port}`, host),
    trustedProxies: proxiesOf(env.HABEAS_TRUSTED_PROXIES),
    secondFactor: oneOf('HABEAS_SECOND_FACTOR', env.HABEAS_SECOND_FACTOR || 'required', ['required', 'offered']),
    duress: oneOf('HABEAS_DURESS', env.HABEAS_DURESS || 'off', ['off', 'on']) === 'on',
    newDeviceHours: countOf('HABEAS_NEW_DEVICE_HOURS', env.HABEAS_NEW_DEVICE_HOURS || '24', 720),
    recordsAnHour: countOf('HABEAS_RECORDS_AN_HOUR', env.HABEAS_RECORDS_AN_HOUR || '100', 100_000),
    sealed: oneOf('HABEAS_SEALED', env.HABEAS_SEALED || 'off', ['off', 'start']),
    deadmanHours: countOf('HABEAS_DEADMAN_HOURS', env.HABEAS_DEADMAN_HOURS || '0', 720),
    openHours: openHoursOf(env.HABEAS_OPEN_HOURS),
    evidence: { largestMb: countOf('HABEAS_EVIDENCE_MB', env.HABEAS_EVIDENCE_MB || '200', 2000), quotaMb: countOf('HABEAS_EVIDENCE_QUOTA_MB', env.HABEAS_EVIDENCE_QUOTA_MB || '5000', 1_000_000) },
    oidc: oidcOf(env),
    backup: backupOf(env, dataDir),
    s3: s3Of(env),
    logLevel: oneOf('HABEAS_LOG', env.HABEAS_LOG || 'info', ['silent', 'error', 'warn', 'info', 'debug']),
  });
}

function portOf(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new SettingRefused(`HABEAS_PORT must be a whole number from 0 to 65535 (got "${text}").`);
  }
  return port;
}

/** Never quoted back: what is said at a terminal ends up in tickets. */
function keyOf(env: Environment): string | null {
  const [text, file] = [env.HABEAS_KEY, env.HABEAS_KEY_FILE];
  if (!text) return null;
  if (file) throw new SettingRefused('HABEAS_KEY and HABEAS_KEY_FILE are two ways to give the same thing; set one of them.');
  if (!/^habeas-key-1:[A-Za-z0-9+/]{43}=$/.test(text.trim())) throw new SettingRefused('HABEAS_KEY must be the line of a key file (habeas-key-1:…).');
  return text.trim();
}

function databaseOf(text: string | undefined): string | null {
  if (!text) return null;
  if (!/^postgres(ql)?:\/\//.test(text)) {
    throw new SettingRefused('HABEAS_DATABASE_URL must begin with postgres:// (leave it out for the embedded database).');
  }
  return text;
}

function zoneOf(text: string): string {
  if (!zoneExists(text)) throw new SettingRefused(`HABEAS_ZONE must be a time zone such as Asia/Almaty (got "${text}").`);
  return text;
}

/** Plain http leaves session cookies open to anyone on the way, so it is allowed on this machine only. */
function publicUrlOf(text: string, host: string): string {
  if (!URL.canParse(text)) throw new SettingRefused(`HABEAS_PUBLIC_URL must be an address such as https://habeas.example.org (got "${text}").`);
  const url = new URL(text);
  const local = ['127.0.0.1', 'localhost', '::1', '[::1]'].includes(url.hostname) || url.hostname.endsWith('.onion');
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && local)) {
    throw new SettingRefused(
      `HABEAS_PUBLIC_URL must begin with https:// unless it names this machine; set it when HABEAS_HOST is "${host}".`,
    );
  }
  return url.origin;
}

/** All three or none; the secret lies in a file, so that it is in no list of processes. */
function oidcOf(env: Environment): OidcSettings | null {
  const [issuer, clientId, file] = [env.HABEAS_OIDC_ISSUER, env.HABEAS_OIDC_CLIENT_ID, env.HABEAS_OIDC_SECRET_FILE];
  if (!issuer && !clientId && !file) return null;
  if (!issuer || !clientId || !file) throw new SettingRefused('HABEAS_OIDC_ISSUER, HABEAS_OIDC_CLIENT_ID and HABEAS_OIDC_SECRET_FILE belong together: set all three or none.');
  const url = URL.canParse(issuer) ? new URL(issuer) : null;
  const local = url?.protocol === 'http:' && ['127.0.0.1', 'localhost'].includes(url.hostname);
  if (url?.protocol !== 'https:' && !local) throw new SettingRefused(`HABEAS_OIDC_ISSUER must be an address that begins with https:// (got "${issuer}").`);
  if (!existsSync(file)) throw new SettingRefused(`HABEAS_OIDC_SECRET_FILE must name a file that is there (got "${file}").`);
  return { issuer, clientId, secret: readFileSync(file, 'utf8').trim() };
}

function proxiesOf(text: string | undefined): string[] {
  const list = (text ?? '').split(',').map((part) => part.trim()).filter(Boolean);
  const wrong = list.find((part) => !isIP(part.split('/')[0] ?? ''));
  if (wrong) throw new SettingRefused(`HABEAS_TRUSTED_PROXIES must list network addresses (got "${wrong}").`);
  return list;
}

function countOf(name: string, text: string, most: number): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 0 || count > most) throw new SettingRefused(`${name} must be a whole number from 0 to ${most} (got "${text}").`);
  return count;
}

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

function openHoursOf(text: string | undefined): OpenHours | null {
  if (!text) return null;
  const [, first = '', last = '', fromHour, fromMinute, toHour, toMinute] = /^(\w{3})-(\w{3}) (\d\d):(\d\d)-(\d\d):(\d\d)$/.exec(text) ?? [];
  const days = [weekdays.indexOf(first) + 1, weekdays.indexOf(last) + 1] as const;
  const minutes = [Number(fromHour) * 60 + Number(fromMinute), Number(toHour) * 60 + Number(toMinute)] as const;
  const fits = days[0] > 0 && days[0] <= days[1] && Number(fromMinute) < 60 && Number(toMinute) < 60 && minutes[0] < minutes[1] && minutes[1] <= 24 * 60;
  if (!fits) throw new SettingRefused(`HABEAS_OPEN_HOURS must be days and hours such as "Mon-Fri 08:00-19:00" (got "${text}").`);
  return { days, minutes };
}

function oneOf<Choice extends string>(name: string, text: string, choices: readonly Choice[]): Choice {
  const choice = choices.find((known) => known === text);
  if (!choice) throw new SettingRefused(`${name} must be one of ${choices.join(', ')} (got "${text}").`);
  return choice;
}
