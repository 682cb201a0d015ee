import type { EntityManager } from 'typeorm';
import { OpenedCommitments, SubjectVault, type Commitments, type Keys, type OpenedValue } from '../kernel/crypto/public.js';
import { Problem } from '../kernel/errors/public.js';
import { inclusionProof } from '../kernel/merkle/public.js';
import { AuditEntry } from './audit-entry.entity.js';
import { AuditOpening } from './audit-opening.entity.js';
import type { Checkpoint } from './checkpoints.js';
import { readNodes } from './tree-reader.js';

/** One side of a change: all its commitments, and the values that are shown. */
interface OpenedFields {
  readonly commitments: Commitments;
  readonly values: Readonly<Record<string, OpenedValue>>;
}

/** What a receipt carries besides the proof; whoever checks it recomputes everything from it. */
export interface ReceiptExtra {
  readonly leaf: string;
  readonly opened: { readonly before?: OpenedFields; readonly after?: OpenedFields; readonly reason?: OpenedValue };
}

/**
 * A receipt that stands alone (C2SP tlog-proof): the entry, the values it vouches for, and the way from it to the signed
 * head. It proves that this was in the log when the head was signed, and shows nothing of other entries.
 * @param only fields that may be shown, `reason` among them; null: all
 * @throws Problem `not_found` when there is no such entry under that head
 */
export async function makeReceipt(manager: EntityManager, keys: Keys, head: Checkpoint, seq: number, only: readonly string[] | null): Promise<string> {
  const row = seq < head.size ? await manager.findOneBy(AuditEntry, { seq }) : null;
  if (!row) throw Problem.notFound();
  const nodes = await readNodes(manager, head.size, [seq]);
  const proof = inclusionProof(nodes, seq, head.size).map((hash) => hash.toString('base64'));
  const opening = await openingOf(manager, keys, seq);
  const extra: ReceiptExtra = { leaf: row.leaf, opened: opening ? shown(opening, only) : {} };
  const text = Buffer.from(JSON.stringify(extra)).toString('base64');
  return [`c2sp.org/tlog-proof@v1`, `extra ${text}`, `index ${seq}`, ...proof, '', head.note].join('\n');
}

/** What an entry vouches for, or null: it vouches for nothing, its subject was erased, or a name was struck out. */
export async function openingOf(manager: EntityManager, keys: Keys, seq: number): Promise<OpenedCommitments | null> {
  const row = await manager.findOneBy(AuditOpening, { seq });
  const key = row && (await new SubjectVault(keys).keysOf(manager, [row.subject])).get(row.subject);
  return row?.sealed && key ? new OpenedCommitments(key, row.sealed) : null;
}

function shown(opening: OpenedCommitments, only: readonly string[] | null): ReceiptExtra['opened'] {
  const may = (field: string): boolean => only === null || only.includes(field);
  const sides = (['before', 'after'] as const).flatMap((side) => {
    if (!opening.values[side]) return [];
    const commitments = opening.fields(side);
    const values = Object.fromEntries(Object.keys(commitments).filter(may).map((field) => [field, opening.open(`${side}/${field}`)]));
    return [[side, { commitments, values }] as const];
  });
  const reason = opening.values.reason !== undefined && may('reason') ? { reason: opening.open('reason') } : {};
  return { ...Object.fromEntries(sides), ...reason };
}
