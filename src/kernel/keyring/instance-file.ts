import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Slot } from './slot.js';
import { replaceForGood } from '../files/public.js';

/** Says that an instance lives in this folder, holds its data keys under the master key, and the master key under each slot. */
export interface InstanceFile {
  readonly form: 2;
  readonly instance: string;
  readonly slots: readonly Slot[];
  /** The data keys, sealed under the master key: see kernel/crypto. */
  readonly ring: string;
}

/** What stood there before there were slots: all keys came from the one key. It is brought to the new form at the first start. */
export interface OldInstanceFile {
  readonly form?: undefined;
  readonly instance: string;
  readonly key: { readonly from: 'file' | 'passphrase'; readonly salt?: string; readonly file?: string };
  /** A keyed token of a fixed text. */
  readonly keyCheck: string;
}

const pathIn = (folder: string): string => join(folder, 'instance.json');

export const hasInstanceFile = (folder: string): boolean => existsSync(pathIn(folder));

/** @throws Error with one sentence when it cannot be read. */
export function readInstanceFile(folder: string): InstanceFile | OldInstanceFile {
  try {
    const file = JSON.parse(readFileSync(pathIn(folder), 'utf8')) as Partial<InstanceFile> & Partial<OldInstanceFile>;
    const isNew = file.form === 2 && Array.isArray(file.slots) && typeof file.ring === 'string';
    const isOld = file.form === undefined && typeof file.keyCheck === 'string' && typeof file.key === 'object';
    if (typeof file.instance === 'string' && (isNew || isOld)) return file as InstanceFile | OldInstanceFile;
  } catch {
    // said below
  }
  throw new InstanceFileBroken(pathIn(folder));
}

export const writeInstanceFile = (folder: string, file: InstanceFile): void => replaceForGood(pathIn(folder), JSON.stringify(file, null, 2) + '\n');

export class InstanceFileBroken extends Error {
  constructor(path: string) {
    super(`${path} cannot be read; put it back from a backup of the folder.`);
  }
}
