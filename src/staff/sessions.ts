import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Identifies, roles, type Carried } from '../access/public.js';
import { systemActor, type Actor } from '../kernel/actor/public.js';
import { rowsOf, UnitOfWork } from '../kernel/db/public.js';
import { Problem } from '../kernel/errors/public.js';
import { addHours, addMinutes, Clock, type Instant } from '../kernel/time/public.js';
import { Accounts } from './accounts.js';
import { passwordFits } from './password.js';
import { Session } from './session.entity.js';
import { Staff } from './staff.entity.js';
import { Throttle } from './throttle.js';

/** A browser left alone is signed out after this long; a busy one after a working day. */
export const IDLE_MINUTES = 30;
export const LONGEST_HOURS = 12;
/** How stale `lastUsedAt` may be: not every request has to write. */
const TOUCH_MINUTES = 2;

const digestOf = (token: string): string => createHash('sha256').update(token).digest('hex');

/** Signing in and out, and finding the actor behind a request. */
@Injectable()
export class Sessions extends Identifies {
  constructor(
    private readonly work: UnitOfWork,
    private readonly reader: EntityManager,
    private readonly clock: Clock,
    private readonly accounts: Accounts,
    private readonly throttle: Throttle,
  ) {
    super();
  }

  /**
   * Signs in and answers the secret for the cookie; a new one every time, so that a planted one is worth nothing.
   * @throws Problem `session.refused` (401), the same for a wrong name, a wrong password and a disabled account.
   */
  async start(signInName: string, password: string, address: string): Promise<{ token: string; staffId: string }> {
    const account = this.accounts.tokenOf(signInName);
    this.throttle.ask(account, address);
    const row = await this.reader.findOneBy(Staff, { signInToken: account });
    const fits = await passwordFits(password, row?.passwordHash ?? null);
    if (!row || !fits || !usable(row, this.clock.now())) {
      this.throttle.failed(account, address);
      await this.logRefused(row);
      throw new Problem('session.refused', { status: 401 });
    }
    this.throttle.succeeded(account, address);
    const token = randomBytes(32).toString('base64url');
    await this.work.run(this.actorFrom(row, token, null), async (work) => {
      await work.manager.insert(Session, {
        digest: digestOf(token),
        staffId: row.id,
        csrf: randomBytes(24).toString('base64url'),
        startedAt: work.now,
        lastUsedAt: work.now,
        endsAt: addHours(work.now, LONGEST_HOURS),
        endedAt: null,
      });
      work.note({ act: 'session.started', kind: 'session', recordId: row.id });
    });
    return { token, staffId: row.id };
  }

  async end(actor: Actor, token: string): Promise<void> {
    await this.work.run(actor, async (work) => {
      await work.manager.update(Session, { digest: digestOf(token) }, { endedAt: work.now });
      work.note({ act: 'session.ended', kind: 'session', recordId: actor.id });
    });
  }

  /** When the account signed in before the session in use; null for a first time. Somebody else's sign-in shows here. */
  async beforeThis(actor: Actor): Promise<Instant | null> {
    const [, before] = await this.reader.find(Session, { where: { staffId: actor.id }, order: { startedAt: 'DESC' }, take: 2 });
    return before?.startedAt ?? null;
  }

  async actorOf(carried: Carried): Promise<{ actor: Actor; csrf: string } | null> {
    if (!carried.sessionToken) return null;
    const now = this.clock.now();
    const digest = digestOf(carried.sessionToken);
    const [session] = await rowsOf(this.reader, Session, 'WHERE r.digest = :digest', { digest });
    if (!session || session.endedAt || session.endsAt <= now || addMinutes(session.lastUsedAt, IDLE_MINUTES) <= now) return null;
    const [row] = await rowsOf(this.reader, Staff, 'WHERE r.id = :id', { id: session.staffId });
    if (!row || !usable(row, now)) return null;
    if (addMinutes(session.lastUsedAt, TOUCH_MINUTES) <= now) await this.touch(digest);
    return { actor: this.actorFrom(row, carried.sessionToken, carried), csrf: session.csrf };
  }

  private async touch(digest: string): Promise<void> {
    await this.work.touch(async (manager) => {
      await manager.update(Session, { digest }, { lastUsedAt: this.clock.now() });
    });
  }

  private actorFrom(row: Staff, token: string, carried: Carried | null): Actor {
    const rights = roles[row.role];
    return {
      id: row.id,
      role: row.role,
      session: digestOf(digestOf(token)).slice(0, 16),
      language: row.language,
      permissions: new Set<string>(rights.permissions),
      fieldClasses: new Set<string>(rights.fieldClasses),
      request: carried ? { id: carried.requestId, onceKey: carried.onceKey, bodyDigest: carried.bodyDigest } : null,
    };
  }

  private async logRefused(row: Staff | null): Promise<void> {
    const actor = systemActor('sign-in');
    const note = { act: 'session.refused', kind: 'session', recordId: row?.id ?? null, allowed: false };
    await this.work.log([{ ...note, actor, at: this.clock.now() }]);
  }
}

const usable = (row: Staff, now: Instant): boolean => !row.disabledAt && !(row.expiresAt && row.expiresAt <= now);
