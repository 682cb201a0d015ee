import type { EntityManager } from 'typeorm';
import { systemActor, type Actor } from '../kernel/actor/public.js';
import { commit, SubjectVault, type Keys } from '../kernel/crypto/public.js';
import { run, UnitOfWork } from '../kernel/db/public.js';
import type { Ground } from '../kernel/kernel.module.js';
import { Frontier } from '../kernel/merkle/public.js';
import { AuditCheckpoint } from './audit-checkpoint.entity.js';
import type { AuditHead } from './audit-head.entity.js';
import { signerOf, takenKeys, trustedKeys } from './log-keys.js';
import { OutsideHead, type Outside } from './outside-head.js';
import type { NoteSigner } from './signed-note.js';
import { readHeadRow, rootAt } from './tree-reader.js';

/** Why a checkpoint is made. */
export type CheckpointReason = 'start' | 'minute' | 'backup' | 'export' | 'proof' | 'witness' | 'lock' | 'shutdown' | 'restore' | 'rotation';

/** A signed head of the log. */
export interface Checkpoint {
  readonly size: number;
  /** Base64, as in the note. */
  readonly root: string;
  /** C2SP tlog-checkpoint. */
  readonly note: string;
}

/** No head is signed: the database does not go on from the last one that was, or does not hold together. */
export class LogDoesNotHold extends Error {
  constructor(readonly outside: Outside | null) {
    super(outside ? `the log does not go on from its last signed head (${outside.state})` : 'the tree of the log does not fit its entries');
  }
}

const ACTOR = systemActor('checkpoints');

/** Signs the head of the log. Never a smaller tree than was signed before, nor one that does not begin with it. */
export class Checkpoints {
  private readonly outside: OutsideHead;
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly ground: Pick<Ground, 'settings' | 'keys' | 'database'>,
    private readonly work: UnitOfWork,
  ) {
    this.outside = new OutsideHead(ground.settings.dataDir);
  }

  /** Where there is no application: before it starts, and on the command line. Not beside one: it writes by itself. */
  static on(ground: Ground): Checkpoints {
    return new Checkpoints(ground, new UnitOfWork(ground.database, ground.ledger, ground.clock));
  }

  /**
   * The signed head of everything committed so far; the one that is there when nothing came since.
   * @throws LogDoesNotHold
   */
  make(reason: CheckpointReason): Promise<Checkpoint> {
    const turn = this.last.then(() => this.signHead(reason));
    this.last = turn.catch(() => undefined);
    return turn;
  }

  /** How the database stands to the last head signed here. */
  state(): Promise<Outside> {
    return this.compare(this.reader);
  }

  /**
   * Records that the database was put back on purpose, with the head it had before and the reason, and signs from here
   * on. Whoever holds a note from in between will find that it does not fit, and this entry tells why.
   */
  async acceptRestore(actor: Actor, reason: string): Promise<Checkpoint> {
    const { state, head } = await this.state();
    await this.work.run(actor, async (story) => {
      const { origin, size } = await readHeadRow(story.manager);
      const subject = origin.slice(origin.indexOf('/') + 1);
      const key = await new SubjectVault(this.ground.keys).keyFor(story.manager, subject, story.now);
      const facts = { state, size: head?.size ?? null, root: head?.root.toString('base64') ?? null, found: size };
      story.note({ act: 'log.restored', kind: 'log', recordId: null, facts, ...commit(key, subject, { reason }) });
    });
    return this.sign('restore', () => Promise.resolve(null));
  }

  /**
   * Before the key is changed: the next one becomes an entry, and the present one signs a head that holds it. So whoever
   * trusts the key of before can trust the one after it. The same again does no harm.
   */
  async handOver(next: Pick<Keys, 'logSeed'>): Promise<void> {
    const { origin } = await readHeadRow(this.reader);
    const present = signerOf(this.ground.keys, origin);
    if (!(await takenKeys(this.reader)).some(({ bytes }) => bytes.equals(present.verifier.bytes))) await this.takeKey(present);
    const { state } = await this.state();
    if (state !== 'fits' && state !== 'new') return; // refused by whoever opens it
    await this.takeKey(signerOf(next, origin));
    await this.sign('rotation', () => Promise.resolve(null));
  }

  private async signHead(reason: CheckpointReason): Promise<Checkpoint> {
    const { origin } = await readHeadRow(this.reader);
    await this.takeKey(signerOf(this.ground.keys, origin));
    return this.sign(reason, async (manager, { size }) => {
      const outside = await this.compare(manager);
      if (outside.state !== 'fits' && outside.state !== 'new') throw new LogDoesNotHold(outside);
      if (outside.head?.size !== size) return null;
      const known = await manager.findOneBy(AuditCheckpoint, { size });
      return known && { size, root: outside.head.root.toString('base64'), note: known.note };
    });
  }

  /**
   * Signs while nobody else can append or sign, another process included, so that neither the file nor the signatures ever
   * go back. The edge that entries are appended to must be that of the tree they are proved in, or the head is not signed.
   * @param before what there is to know first; a checkpoint that it answers is the one
   */
  private async sign(reason: CheckpointReason, before: (manager: EntityManager, head: AuditHead) => Promise<Checkpoint | null>): Promise<Checkpoint> {
    let made: Checkpoint | null = null;
    await this.work.touch(async (manager) => {
      const { lockRow } = this.ground.database.dialect;
      const [head] = (await manager.query(`SELECT origin, size, last, frontier FROM audit_head WHERE id = 1${lockRow}`)) as [AuditHead];
      made = (await before(manager, head)) ?? (await this.put(manager, head, reason));
    });
    return made as unknown as Checkpoint;
  }

  private async put(manager: EntityManager, { origin, size, frontier }: AuditHead, reason: CheckpointReason): Promise<Checkpoint> {
    const root = await rootAt(manager, size);
    if (!root?.equals(Frontier.read(size, frontier).root())) throw new LogDoesNotHold(null);
    const note = signerOf(this.ground.keys, origin).sign({ origin, size, root });
    // The file first: a database with checkpoints but without the file means that somebody took it away.
    this.outside.write(note);
    const insert = 'INSERT INTO audit_checkpoint (size, note, at, reason) VALUES (:size, :note, :at, :reason) ON CONFLICT DO NOTHING';
    await run(manager, insert, { size, note, at: this.work.clock.now(), reason });
    return { size, root: root.toString('base64'), note };
  }

  /** A key signs only after it is an entry itself, so that a change of keys can be seen in the log. */
  private async takeKey({ verifier }: NoteSigner): Promise<void> {
    const newest = (await takenKeys(this.reader)).at(-1);
    if (newest?.bytes.equals(verifier.bytes)) return;
    await this.work.log([{ act: 'log.key_taken', kind: 'log', recordId: null, facts: { key: verifier.vkey }, actor: ACTOR, at: this.work.clock.now() }]);
  }

  private async compare(manager: EntityManager): Promise<Outside> {
    const { origin } = await readHeadRow(manager);
    return this.outside.compare(manager, await trustedKeys(manager, this.ground.keys, origin));
  }

  private get reader(): EntityManager {
    return this.ground.database.reader.manager;
  }
}
