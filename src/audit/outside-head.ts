import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EntityManager } from 'typeorm';
import { replaceForGood } from '../kernel/files/public.js';
import { AuditCheckpoint } from './audit-checkpoint.entity.js';
import type { NoteVerifier, TreeHead } from './signed-note.js';
import { readHead, readNote } from './signed-note.js';
import { compareHead, type WitnessState } from './witness.js';

/**
 * How the database stands to the last head that was signed here:
 * `fits`: it goes on from it. `new`: nothing was ever signed.
 * `missing`: heads were signed, but the file is gone. `unreadable`: the file is damaged or not signed by us.
 * `other`: another log. `shorter`: the database has lost entries. `differs`: its past is another one.
 */
export type OutsideState = WitnessState | 'new' | 'missing' | 'unreadable';

export interface Outside {
  readonly state: OutsideState;
  /** The head in the file, when it can be read. */
  readonly head: TreeHead | null;
}

/** The last signed head, kept beside the database and not in it, so that a database that was put back is noticed. */
export class OutsideHead {
  private readonly path: string;

  constructor(dataDir: string) {
    this.path = join(dataDir, 'log-head');
  }

  write(note: string): void {
    replaceForGood(this.path, note);
  }

  /** @param keys those that may have signed it */
  async compare(manager: EntityManager, keys: readonly NoteVerifier[]): Promise<Outside> {
    if (!existsSync(this.path)) return { state: (await manager.existsBy(AuditCheckpoint, {})) ? 'missing' : 'new', head: null };
    const note = readNote(readFileSync(this.path, 'utf8'));
    const head = note && keys.some((key) => key.signed(note)) ? readHead(note.text) : null;
    if (!head) return { state: 'unreadable', head: null };
    return { state: await compareHead(manager, head), head };
  }
}
