import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { Evidence } from '../../evidence/public.js';
import { filesIn, FileVault, SubjectVault } from '../../kernel/crypto/public.js';
import { rowsOf } from '../../kernel/db/public.js';
import type { Ground } from '../../kernel/kernel.module.js';
import { bad, ok, type Finding, type Told } from './finding.js';

/** Every file of evidence is read through once and compared with its hash at intake. Files of erased people are gone on purpose. */
export async function evidence({ database, keys, settings }: Ground, told: Told): Promise<Finding> {
  const { manager } = database.reader;
  const subjects = new SubjectVault(keys);
  const vault = new FileVault(keys, subjects, filesIn(settings.dataDir));
  let [seen, broken] = [0, 0];
  for (const { subject, fileId, sha256 } of await rowsOf(manager, Evidence, 'ORDER BY r.id')) {
    const erased = !(await subjects.keysOf(manager, [subject])).has(subject);
    broken += erased || (await isWhole(vault, manager, fileId, sha256)) ? 0 : 1;
    told((seen += 1));
  }
  if (broken > 0) return bad('evidence', `${broken} of ${seen} files of evidence are not what came in, or are missing; bring the folder "files" from a backup.`);
  return ok('evidence', `Every file of evidence is what came in: ${seen} files.`);
}

async function isWhole(vault: FileVault, manager: EntityManager, id: string, sha256: string): Promise<boolean> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of await vault.read(manager, id)) hash.update(chunk);
  } catch {
    return false;
  }
  return hash.digest('hex') === sha256;
}
