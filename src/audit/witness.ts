import type { EntityManager } from 'typeorm';
import type { TreeHead } from './signed-note.js';
import { readHeadRow, rootAt } from './tree-reader.js';

/** `fits`: the log goes on from this head. Otherwise why not, as in OutsideState. */
export type WitnessState = 'fits' | 'other' | 'shorter' | 'differs';

/** Whether the log still goes on from a head that somebody outside was given; needs no walk through the entries. */
export async function compareHead(manager: EntityManager, head: TreeHead): Promise<WitnessState> {
  const { origin, size } = await readHeadRow(manager);
  if (head.origin !== origin) return 'other';
  if (head.size > size) return 'shorter';
  const root = await rootAt(manager, head.size);
  return root?.equals(head.root) ? 'fits' : 'differs';
}
