import type { EntityManager } from 'typeorm';
import { closeOpenings } from '../audit/public.js';
import { seal, unseal, type SubjectVault } from '../kernel/crypto/public.js';
import { putRows, rowsOf } from '../kernel/db/public.js';
import { ErasureMention, erasureRuleOf, RecordRow, RecordVersion, tokensFor, type Fields } from '../kernel/record/public.js';
import { blackedOut, type Part } from './sealed-texts.js';

/**
 * Blacks the name of somebody erased out of one version of a record about others, and out of the row when that is its
 * newest version. Answers false when this database does not have the version, as a copy from before it was written.
 */
export async function strikeOut(manager: EntityManager, vault: SubjectVault, mention: ErasureMention): Promise<boolean> {
  const { kind, recordId, version, subject, spans } = mention;
  const at = { subject, kind, recordId, version };
  if (!(await manager.existsBy(ErasureMention, at))) await putRows(manager, ErasureMention, [mention]);
  const [row] = await rowsOf(manager, RecordVersion, 'WHERE r.kind = :kind AND r.record_id = :recordId AND r.version = :version', { kind, recordId, version });
  if (!row?.sealed) return false;
  const key = (await vault.keysOf(manager, [row.subject])).get(row.subject);
  if (!key) return false;
  const context = `${kind}:${recordId}`;
  const part = JSON.parse(unseal(key, row.sealed, context)) as Part;
  const left = blackedOut(part, spans);
  const sealed = seal(key, JSON.stringify(left), context);
  await manager.update(RecordVersion, { kind, recordId, version }, { sealed });
  await closeOpenings(manager, kind, recordId, version);
  const entity = rowOfKind(manager, kind);
  if (entity) await manager.update(entity, { id: recordId, version }, { sealed, ...tokensFor(vault, kind, entity, left.fields as Fields) });
  return true;
}

function rowOfKind(manager: EntityManager, kind: string): (new () => RecordRow) | null {
  const meta = manager.dataSource.entityMetadatas.find((one) => erasureRuleOf(one.target)?.kind === kind);
  return (meta?.target as (new () => RecordRow) | undefined) ?? null;
}
