import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeForGood } from '../kernel/files/public.js';

const pathIn = (folder: string): string => join(folder, 'locked');

/** A server that was locked stays locked: a start finds this and waits for its operators, even where the key is at hand. */
export const isMarkedLocked = (folder: string): boolean => existsSync(pathIn(folder));

export function markLocked(folder: string): void {
  if (!isMarkedLocked(folder)) writeForGood(pathIn(folder), 'This server was locked; its operators unlock it.\n');
}

export const unmarkLocked = (folder: string): void => rmSync(pathIn(folder), { force: true });
