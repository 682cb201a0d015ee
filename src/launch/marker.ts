import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LaunchRefused } from './launch-refused.js';
import { writeForGood } from './write-for-good.js';

/** Says that an instance lives in this folder, and with which key. Without it a missing database would be made anew, empty. */
export interface Marker {
  readonly instance: string;
  /** Where the key comes from, so that a start without settings finds it again. */
  readonly key: { readonly from: 'file' | 'passphrase'; readonly salt?: string; readonly file?: string };
  /** A keyed token of a fixed text: a wrong key is noticed before the database is touched. */
  readonly keyCheck: string;
}

const pathIn = (folder: string): string => join(folder, 'instance.json');

export const hasMarker = (folder: string): boolean => existsSync(pathIn(folder));

export function readMarker(folder: string): Marker {
  try {
    const marker = JSON.parse(readFileSync(pathIn(folder), 'utf8')) as Marker;
    if (typeof marker.instance === 'string' && typeof marker.keyCheck === 'string' && typeof marker.key === 'object') return marker;
  } catch {
    // said below
  }
  throw new LaunchRefused('folder', `${pathIn(folder)} cannot be read; put it back from a backup of the folder.`);
}

export const writeMarker = (folder: string, marker: Marker): void =>
  writeForGood(pathIn(folder), JSON.stringify(marker, null, 2) + '\n');
