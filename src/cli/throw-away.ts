import { join } from 'node:path';
import { makeKeyFile } from '../launch/public.js';

/** A key for an instance that ends with the process; it lies beside the data folder, never in it. */
export function throwAwayKey(folder: string): string {
  const file = join(folder, 'demo.key');
  makeKeyFile(file, join(folder, 'data'));
  return file;
}
