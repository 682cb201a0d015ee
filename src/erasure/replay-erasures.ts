import type { EntityManager } from 'typeorm';
import { systemActor } from '../kernel/actor/public.js';
import { SubjectVault } from '../kernel/crypto/public.js';
import { putRows, rowsOf, UnitOfWork } from '../kernel/db/public.js';
import type { Ground } from '../kernel/kernel.module.js';
import { erase, Erasure, ErasureMention, type Erasable } from '../kernel/record/public.js';
import { strikeOut } from './strike-out.js';

/** What was erased in a database; holds no name, and can be kept beside backups. */
export interface ErasureList {
  readonly erasures: readonly Erasure[];
  readonly mentions: readonly ErasureMention[];
}

/** All of it, the oldest first. */
export async function listErasures(manager: EntityManager): Promise<ErasureList> {
  const [erasures, mentions] = [
    await rowsOf(manager, Erasure, 'ORDER BY r.erased_at, r.subject'),
    await rowsOf(manager, ErasureMention, 'ORDER BY r.subject, r.kind, r.record_id, r.version'),
  ];
  return { erasures, mentions };
}

/**
 * Erases again, in an opened database that may be older than the list, everything the list says was erased: keys, rows,
 * versions, and the names that were struck out of records about others. Doing it twice is doing it once.
 * @returns how many people, sources or accounts were erased here that were not before
 */
export async function replayErasures(ground: Pick<Ground, 'database' | 'keys' | 'clock' | 'ledger'>, { erasures, mentions }: ErasureList): Promise<number> {
  const vault = new SubjectVault(ground.keys);
  const work = new UnitOfWork(ground.database, ground.ledger, ground.clock);
  const reader = ground.database.reader.manager;
  let done = 0;
  for (const [record, lines] of byRecord(erasures)) {
    const known = new Set((await rowsOf(reader, Erasure, 'WHERE r.record_id = :record', { record })).map(({ subject }) => subject));
    if (lines.every(({ subject }) => known.has(subject))) continue;
    const [first] = lines as [Erasure, ...Erasure[]];
    const struck = mentions.filter(({ subject }) => lines.some((line) => line.subject === subject));
    await work.run(systemActor('restore'), async (story) => {
      // Before the key goes: nothing of the strikes needs it, but the lines have to stand for the guards to let them.
      for (const mention of struck) await strikeOut(story.manager, vault, mention);
      await erase(story, vault, { kind: first.kind as Erasable['kind'], id: record }, first);
      const left = await rowsOf(story.manager, Erasure, 'WHERE r.record_id = :record', { record });
      await putRows(story.manager, Erasure, lines.filter(({ subject }) => !left.some((line) => line.subject === subject)));
      story.note({ act: 'subject.erased', kind: first.kind, recordId: record, facts: { ground: first.ground } });
    });
    done += 1;
  }
  return done;
}

function byRecord(erasures: readonly Erasure[]): ReadonlyMap<string, Erasure[]> {
  const records = new Map<string, Erasure[]>();
  for (const one of erasures) records.set(one.recordId, [...(records.get(one.recordId) ?? []), one]);
  return records;
}
