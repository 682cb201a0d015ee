import { Checkpoints, readHeadRow, trustedKeys, verifyChain, verifyVersions, type ChainState, type Outside, type VersionState } from '../../audit/public.js';
import { SubjectVault } from '../../kernel/crypto/public.js';
import { headOf, progress, type Verb } from './verb.js';

/** The log by itself, then the versions of records against it, then the head kept outside. */
export const verify: Verb = async (ground, _, { note, json }) => {
  const noted = note === undefined ? null : headOf(note);
  const { manager } = ground.database.reader;
  const { origin } = await readHeadRow(manager);
  const bar = progress('entries');
  const chain = await verifyChain(manager, bar.tell, { noted, keys: await trustedKeys(manager, ground.keys, origin) });
  const records = await verifyVersions(manager, new SubjectVault(ground.keys), bar.tell);
  bar.end();
  const outside = await Checkpoints.on(ground).state();
  const whole = chain.fault === null && records.fault === null && (outside.state === 'fits' || outside.state === 'new');
  if (json) console.log(JSON.stringify({ ...chain, records, outside: outside.state }));
  else for (const sentence of sentences(chain, records, outside, noted !== null)) console.log(sentence);
  return whole ? 0 : 1;
};

function* sentences(chain: ChainState, records: VersionState, outside: Outside, noted: boolean): Generator<string> {
  if (chain.fault) yield `The audit log does not hold: entry ${chain.firstFault} (${chain.fault}).`;
  else yield `The audit log holds: ${chain.entries} entries, each following the one before${noted ? ', and the note fits' : ''}.`;
  if (records.fault) yield records.entry === null ? 'A version of a record has no entry in the log.' : `A version of a record does not fit the log: entry ${records.entry} (${records.fault}).`;
  else yield `Every version of a record has its entry: ${records.versions} versions.`;
  if (outside.state !== 'fits' && outside.state !== 'new') yield `The log does not go on from the last head signed here (${outside.state}).`;
}
