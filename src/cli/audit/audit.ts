import { parseArgs } from 'node:util';
import { readSettings } from '../../kernel/settings/public.js';
import { LaunchRefused, openInstance } from '../../launch/public.js';
import type { Command } from '../command.js';
import { acceptRestore } from './accept-restore.js';
import { exportAudit } from './export.js';
import { proof } from './proof.js';
import { rebuild } from './rebuild.js';
import { verify } from './verify.js';
import { options, type Verb } from './verb.js';
import { witness } from './witness.js';

const verbs: Readonly<Record<string, Verb>> = { verify, export: exportAudit, proof, witness, rebuild, 'accept-restore': acceptRestore };

export const auditCommand: Command = {
  name: 'audit',
  usage: [
    'habeas audit verify [--json] [--note NOTE]',
    '                                      goes through the whole audit log; exit code 1 and the exact place at the first fault',
    '         habeas audit export DIR      the log with its signed heads and its key, for tools/verify-log',
    '         habeas audit proof ENTRY [--only FIELD,FIELD] [--out FILE]',
    '                                      a receipt that stands alone: the entry, the values it vouches for, the proof',
    '         habeas audit witness [--note NOTE] [--svg FILE]',
    '                                      the signed head of the log, to give to somebody outside; --note: whether theirs still fits',
    '         habeas audit rebuild         makes the roots of blocks anew from entries that are those that were signed',
    '         habeas audit accept-restore --reason "WHY"',
    '                                      records that the database was put back on purpose, so that it starts again',
  ].join('\n'),

  async run(args) {
    const { positionals, values } = parseArgs({ args: [...args], allowPositionals: true, options });
    const [name = '', ...rest] = positionals;
    const verb = Object.hasOwn(verbs, name) ? verbs[name] : undefined;
    if (!verb) throw new LaunchRefused('usage', auditCommand.usage);
    const instance = await openInstance(readSettings(), { onlyExisting: true, anyLog: true });
    try {
      return await verb(instance.ground, rest, values);
    } finally {
      await instance.close();
    }
  },
};
