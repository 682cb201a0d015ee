import { readHeadRow, type Outside } from '../audit/public.js';
import type { Ground } from '../kernel/kernel.module.js';

const WAY = 'When it was put back on purpose, say so: habeas audit accept-restore --reason "…".';

/** Why a database is not opened, in a sentence for whoever stands at the terminal, and what can be done. */
export async function whyNotHeld({ database, settings }: Ground, { state, head }: Outside): Promise<string> {
  const { size } = await readHeadRow(database.reader.manager);
  const file = `${settings.dataDir}/log-head`;
  const signed = head?.size ?? 0;
  switch (state) {
    case 'shorter':
      return `The audit log in the database ends after ${size} entries, but ${signed} were signed here: the database was rolled back or cut. ${WAY}`;
    case 'differs':
      return `The audit log in the database is not the one whose first ${signed} entries were signed here: it was rewritten, or the database is another copy. ${WAY}`;
    case 'other':
      return `The database holds another audit log than the one signed here. ${WAY}`;
    case 'missing':
      return `${file} with the last signed head of the audit log is gone, so nobody can tell whether the database was rolled back. Put it back, or: ${WAY}`;
    default:
      return `${file} cannot be read or was not signed with this key, so nobody can tell whether the database was rolled back. Put it back, or: ${WAY}`;
  }
}
