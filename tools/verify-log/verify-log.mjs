#!/usr/bin/env node
// Checks an exported audit log of Habeas, or a receipt for one entry, with nothing but Node. See README.md.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { checkLog, Fault, readCheckpoints, readWitness } from './log.mjs';
import { readKey } from './note.mjs';
import { checkReceipt } from './receipt.mjs';

const usage = `node verify-log.mjs FOLDER [--key KEY] [--witness NOTE] [--tail N]   checks a whole log
node verify-log.mjs FILE.tlog-proof --key KEY                        checks a receipt

KEY and NOTE are a file or the text itself. --witness may be given several times.
0: everything fits. 1: something does not. 2: not asked rightly.`;

const textOf = (given) => (existsSync(given) ? readFileSync(given, 'utf8') : given);

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { key: { type: 'string', multiple: true }, witness: { type: 'string', multiple: true }, tail: { type: 'string' }, help: { type: 'boolean' } },
  });
  const [at] = positionals;
  if (values.help || !at) return asked(values.help ? 0 : 2);
  const isReceipt = !existsSync(join(at, 'leaves.jsonl'));
  const given = (values.key ?? (isReceipt ? [] : [join(at, 'log.vkey')])).map(textOf);
  const keys = given.flatMap((text) => text.split('\n').filter((line) => line.trim() !== '')).map(readKey);
  if (keys.length === 0) return asked(2);
  if (!values.key) console.log('The key comes with the log itself. Compare it with the one you were given another way:');
  for (const { name, id } of keys) console.log(`  key ${name}+${id}`);
  return isReceipt ? receipt(textOf(at), keys) : whole(at, keys, values);
}

async function whole(folder, keys, { witness = [], tail = '0' }) {
  const checkpoints = await readCheckpoints(join(folder, 'checkpoints.jsonl'));
  const witnesses = witness.map((given) => readWitness(textOf(given), keys));
  const found = await checkLog(join(folder, 'leaves.jsonl'), keys, checkpoints, witnesses, { tail: Number(tail) });
  for (const warning of found.warnings) console.log(`Look at this: ${warning}`);
  for (const { seq, key } of found.handOvers) console.log(`Look at this: entry ${seq} hands the signing over to the key ${key.name}+${key.id}, under the signature of the key before it.`);
  for (const entry of found.restores) console.log(`Look at this: entry ${entry} says that the database was put back on purpose.`);
  console.log(`The log holds: ${found.entries} entries of ${found.origin}, ${checkpoints.length} checkpoints${witnesses.length > 0 ? `, ${witnesses.length} note(s) of witnesses fit` : ''}.`);
  if (witnesses.length === 0) console.log('Without a note that somebody outside has kept, a log that was rewritten as a whole by who holds the key looks the same.');
  return 0;
}

function receipt(text, keys) {
  const { entry, head, shown } = checkReceipt(text, keys);
  console.log(`The receipt holds: entry ${entry.seq} of ${head.origin} was in the log when its head over ${head.size} entries was signed.`);
  console.log(JSON.stringify({ entry, shown }, null, 2));
  return 0;
}

function asked(code) {
  console.error(usage);
  return code;
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Fault ? `The log does not hold. ${error.message}.` : `This cannot be checked: ${error.message}`);
  process.exitCode = error?.code?.startsWith?.('ERR_PARSE_ARGS') ? 2 : 1;
}
