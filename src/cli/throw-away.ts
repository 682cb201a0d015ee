import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Settings } from '../kernel/settings/public.js';
import { makeKeyFile } from '../launch/public.js';

/**
 * Settings for an instance that ends with the process, however that ends (but kill -9). Its key lies beside the data
 * folder, never in it.
 */
export function throwAway(settings: Settings, name: string): Settings {
  const folder = mkdtempSync(join(tmpdir(), `habeas-${name}-`));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const dataDir = join(folder, 'data');
  const keyFile = join(folder, `${name}.key`);
  makeKeyFile(keyFile, dataDir);
  // To be tried in a minute by somebody with no telephone at hand, and with files to look at.
  return { ...settings, dataDir, keyFile, databaseUrl: null, secondFactor: 'offered', newDeviceHours: 0 };
}
