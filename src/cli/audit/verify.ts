import { Checkpoints, readHeadRow, trustedKeys, verifyChain, verifyRows, verifyVersions, type ChainState, type Outside, type RowState, type VersionState } from '../../audit/public.js';
import { SubjectVault } from '../../kernel/crypto/public.js';
import { recordKinds } from '../../launch/public.js';
import { headOf, progress, type Verb } from './verb.js';

/** The log by itself, then the versions of records against it, what records show now against their versions, then the head kept outside. */
export const verify: Verb = async (ground, _, { note, json }) => {
  const noted = note === undefined ? null : headOf(note);
  const { manager } = ground.database.reader;
  const { origin } = await readHeadRow(manager);
  const bar = progress('entries');
  const chain = await verifyChain(manager, bar.tell, { noted, keys: await trustedKeys(manager, ground.keys, origin) });
  const vault = new SubjectVault(ground.keys);
  const records = await verifyVersions(manager, vault, bar.tell);
  const shown = progress('records');
  const rows = await verifyRows(manager, vault, recordKinds, shown.tell);
  shown.end();
  const outside = await Checkpoints.on(ground).state();
  const whole = chain.fault === null && records.fault === null && rows.fault === null && (outside.state === 'fits' || outside.state === 'new');
  if (json) console.log(JSON.stringify({ ...chain, records, rows, outside: outside.state }));
  else for (const sentence of sentences({ chain, records, rows, outside, noted: noted !== null })) console.log(sentence);
  return whole ? 0 : 1;
};

interface Found {
  readonly chain: ChainState;
  readonly records: VersionState;
  readonly rows: RowState;
  readonly outside: Outside;
  readonly noted: boolean;
}

function* sentences({ chain, records, rows, outside, noted }: Found): Generator<string> {
  if (chain.fault) yield `The audit log does not hold: entry ${chain.firstFault} (${chain.fault}).`;
  else yield `The audit log holds: ${chain.entries} entries, each following the one before${noted ? ', and the note fits' : ''}.`;
  if (records.fault) yield records.entry === null ? 'A version of a record has no entry in the log.' : `A version of a record does not fit the log: entry ${records.entry} (${records.fault}).`;
  else yield `Every version of a record has its entry: ${records.versions} versions.`;
  if (rows.fault) yield `A record does not show what its newest version says: ${rows.kind} ${rows.id} (${rows.fault}).`;
  else yield `Every record shows what its newest version says: ${rows.rows} records.`;
  if (outside.state !== 'fits' && outside.state !== 'new') yield `The log does not go on from the last head signed here (${outside.state}).`;
}
