import { closeSync, existsSync, fsyncSync, openSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { commitsBehindFault } from '../kernel/db/public.js';
import { LaunchRefused } from './launch-refused.js';

/**
 * What was acknowledged last stands in `habeas.db-wal` until it is carried over into the database. Without that file, or
 * with one of another time, the engine would open an older or a mixed state and say nothing. A mark beside the database
 * says whether the last run has carried everything over (decision 0007).
 */
const paths = (folder: string): { mark: string; log: string } => ({ mark: join(folder, 'habeas.db-open'), log: join(folder, 'habeas.db-wal') });

/** @throws LaunchRefused `database` when the file is missing that should be there, or there that should not. */
export function checkWriteAhead(folder: string): void {
  const { mark, log } = paths(folder);
  if (existsSync(mark) && !existsSync(log)) {
    throw new LaunchRefused('database', `${log} is missing, and with it what was recorded last; put it back, or delete ${mark} to go on without.`);
  }
  if (!existsSync(mark) && writtenAhead(folder)) {
    throw new LaunchRefused('database', `${log} lies beside a database that was closed whole, so it belongs to another one; move it away.`);
  }
  checkNothingLost(folder);
}

/**
 * One commit behind a fault is that of a power cut, which nobody was told of.
 * @throws LaunchRefused `database` when the engine would leave out more without saying so.
 */
function checkNothingLost(folder: string): void {
  const { log } = paths(folder);
  if (writtenAhead(folder) && commitsBehindFault(log) > 1) {
    throw new LaunchRefused('database', `${log} is damaged, and what was recorded last would be lost; restore the whole folder from a backup.`);
  }
}

/** True when the last run ended before everything was carried over. */
export function writtenAhead(folder: string): boolean {
  const { log } = paths(folder);
  return existsSync(log) && statSync(log).size > 0;
}

/** To be called once the database is open, before anything is written. */
export function markOpen(folder: string): void {
  const handle = openSync(paths(folder).mark, 'a', 0o600);
  fsyncSync(handle);
  closeSync(handle);
}

/** To be called when everything has been carried over and before the file is let go of. */
export const markWhole = (folder: string): void => rmSync(paths(folder).mark, { force: true });

/** After closing: the engine may have carried the rest over by itself. */
export function settleMark(folder: string): void {
  if (!existsSync(paths(folder).log)) markWhole(folder);
}
