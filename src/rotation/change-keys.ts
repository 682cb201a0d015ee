import { randomBytes } from 'node:crypto';
import { Checkpoints } from '../audit/public.js';
import { systemActor } from '../kernel/actor/public.js';
import { Keys, type DataKeyName, type KeyRing } from '../kernel/crypto/public.js';
import { UnitOfWork, type Ledger, type OpenDatabase } from '../kernel/db/public.js';
import type { Strongbox } from '../kernel/keyring/public.js';
import type { Settings } from '../kernel/settings/public.js';
import type { Clock } from '../kernel/time/public.js';
import { fileKeys, rewrap, subjectKeys } from './rewrap.js';
import { recomputeTokens } from './recompute-tokens.js';

/** What a rotation needs of an open instance that nobody else uses. */
export interface Rotating {
  readonly settings: Settings;
  readonly database: OpenDatabase;
  readonly ledger: Ledger;
  readonly clock: Clock;
  readonly strongbox: Strongbox;
}

/** How far it is: which key, and how many rows. */
export type Told = (name: DataKeyName, done: number) => void;

const actor = systemActor('rotation');

/** Puts fresh keys beside the ones in use. From here on the data is on its way to them, whatever happens. */
export function beginChange(ring: KeyRing, names: readonly DataKeyName[]): KeyRing {
  const fresh = names.filter((name) => !ring.pending[name]).map((name) => [name, { generation: ring.current[name].generation + 1, key: randomBytes(32) }]);
  return { ...ring, pending: { ...ring.pending, ...(Object.fromEntries(fresh) as KeyRing['pending']) } };
}

/** The pending key of that name is the current one. A token key of before is kept for what cannot be made anew. */
export function promoted(ring: KeyRing, name: DataKeyName): KeyRing {
  const { [name]: next, ...pending } = ring.pending;
  if (!next) return ring;
  const pastTokens = name === 'tokens' ? [ring.current.tokens, ...ring.pastTokens] : ring.pastTokens;
  return { current: { ...ring.current, [name]: next }, pending, pastTokens };
}

/**
 * Brings the data to every pending key, one after the other, and each to its end before the ring says so.
 */
export async function finishChanges(on: Rotating, told: Told): Promise<KeyRing> {
  const work = new UnitOfWork(on.database, on.ledger, on.clock);
  for (const [name, change] of changes) {
    const ring = on.strongbox.ring();
    const next = ring.pending[name];
    if (!next) continue;
    await change({ ...on, work, ring, told: (done) => told(name, done) }, next.key);
    // The entry first: cut short between the two, the change is done and told once more.
    await work.run(actor, (story) => Promise.resolve(story.note({ act: 'keys.changed', kind: 'instance', recordId: null, facts: { key: name, generation: next.generation } })));
    on.strongbox.keepRing(promoted(ring, name));
  }
  return on.strongbox.ring();
}

type Change = (on: Rotating & { work: UnitOfWork; ring: KeyRing; told: (done: number) => void }, next: Buffer) => Promise<void>;

const changes: readonly (readonly [DataKeyName, Change])[] = [
  ['database', () => Promise.resolve()], // done before it was opened
  ['subjects', ({ database, work, ring, told }, next) => rewrap(database, work, subjectKeys, ring.current.subjects.key, next, told)],
  ['files', ({ database, work, ring, told }, next) => rewrap(database, work, fileKeys, ring.current.files.key, next, told)],
  ['tokens', ({ database, work, ring, told }) => recomputeTokens(work, database.writer, new Keys(promoted(ring, 'tokens')), told)],
  ['log', ({ settings, database, work, ring }, logSeed) => new Checkpoints({ settings, database, keys: new Keys(ring) }, work).handOver({ logSeed })],
];
