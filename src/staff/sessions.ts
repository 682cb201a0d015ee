import { createHash, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Identifies, RoleBook, roles, type Carried, type Identified } from '../access/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { putRows, rowsOf, run, UnitOfWork, type Work } from '../kernel/db/public.js';
import { Problem } from '../kernel/errors/public.js';
import { SETTINGS } from '../kernel/kernel.module.js';
import type { Settings } from '../kernel/settings/public.js';
import { addHours, addMinutes, type Instant } from '../kernel/time/public.js';
import { actorOfRow } from './actor-of-row.js';
import { ApiTokens } from './api-tokens.js';
import { Devices } from './devices.js';
import { Notices } from './notices.js';
import { overseersBut } from './overseers.js';
import { Session } from './session.entity.js';
import { Staff } from './staff.entity.js';
import { standingOf } from './standing.js';

/** A browser left alone is signed out after this long; a busy one after a working day. */
export const IDLE_MINUTES = 30;
export const LONGEST_HOURS = 12;
/** A session used later than now is of a clock that was put back: how much so is nobody's guess, so it has ended. */
const AHEAD_MINUTES = 5;
/** How stale `lastUsedAt` may be: not every request has to write. */
const TOUCH_MINUTES = 2;

const digestOf = (token: string): string => createHash('sha256').update(token).digest('hex');
/** What the log and the list of sessions know one by: it opens nothing. */
const markOf = (digest: string): string => digestOf(digest).slice(0, 16);

/** One of the browsers an account is signed in with. */
export interface OpenSession {
  readonly mark: string;
  readonly startedAt: Instant;
  readonly lastUsedAt: Instant;
  readonly endsAt: Instant;
  readonly isThis: boolean;
}

/** Keeps who is signed in, and finds the actor behind a request. */
@Injectable()
export class Sessions extends Identifies {
  constructor(
    private readonly work: UnitOfWork,
    private readonly reader: EntityManager,
    private readonly devices: Devices,
    private readonly notices: Notices,
    private readonly tokens: ApiTokens,
    private readonly book: RoleBook,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {
    super();
  }

  /** Answers the secret for the cookie; a new one every time, so that a planted one is worth nothing. */
  async open(row: Staff, { device, lowRisk }: { device: string; lowRisk: boolean }): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    await this.work.run(actorOfRow(row, roles[row.role], markOf(digestOf(token)), null), async (work) => {
      const { id: deviceId, exportsFrom } = await this.devices.met(work, row.id, device);
      const times = { startedAt: work.now, lastUsedAt: work.now, endsAt: addHours(work.now, LONGEST_HOURS), endedAt: null, confirmedAt: work.now };
      await putRows(work.manager, Session, [{ digest: digestOf(token), staffId: row.id, csrf: randomBytes(24).toString('base64url'), ...times, deviceId, exportsFrom, lowRisk }]);
      if (lowRisk) await this.alert(work, row.id);
      work.note({ act: 'session.started', kind: 'session', recordId: row.id });
    }, { evenWhenFull: true });
    return token;
  }

  async end(actor: Actor, token: string): Promise<void> {
    await this.endWhere(actor, 'digest = :digest', { digest: digestOf(token) });
  }

  /** All of one's own but the one in use. */
  async endOthers(actor: Actor, token: string): Promise<void> {
    await this.endWhere(actor, 'digest <> :digest AND ended_at IS NULL', { digest: digestOf(token) });
  }

  /** @throws Problem `not_found` when none of one's own is known by this mark. */
  async endOne(actor: Actor, mark: string): Promise<void> {
    const found = (await this.openOf(actor.id)).find(({ digest }) => markOf(digest) === mark);
    if (!found) throw Problem.notFound();
    await this.endWhere(actor, 'digest = :digest', { digest: found.digest });
  }

  async own(actor: Actor): Promise<OpenSession[]> {
    const open = await this.openOf(actor.id);
    return open.map(({ digest, startedAt, lastUsedAt, endsAt }) => ({ mark: markOf(digest), startedAt, lastUsedAt, endsAt, isThis: markOf(digest) === actor.session }));
  }

  /** The person has shown again that it is them. */
  async confirmed(actor: Actor, token: string): Promise<void> {
    await this.work.run(actor, async (work) => {
      await run(work.manager, 'UPDATE session SET confirmed_at = :now WHERE digest = :digest', { now: work.now, digest: digestOf(token) });
      work.note({ act: 'session.confirmed', kind: 'session', recordId: actor.id });
    }, { evenWhenFull: true });
  }

  /** The browser of a session, for a colleague to vouch for. */
  async deviceOf(token: string): Promise<string | null> {
    const [session] = await rowsOf(this.reader, Session, 'WHERE r.digest = :digest', { digest: digestOf(token) });
    return session?.deviceId ?? null;
  }

  /** When the account signed in before the session in use; null for a first time. Somebody else's sign-in shows here. */
  async beforeThis(actor: Actor): Promise<Instant | null> {
    const [, before] = await this.reader.find(Session, { where: { staffId: actor.id }, order: { startedAt: 'DESC' }, take: 2 });
    return before?.startedAt ?? null;
  }

  async actorOf(carried: Carried): Promise<Identified | null> {
    if (carried.bearer) return this.tokens.actorOf(carried.bearer, carried);
    if (!carried.sessionToken) return null;
    const now = this.work.clock.now();
    const digest = digestOf(carried.sessionToken);
    const [session] = await rowsOf(this.reader, Session, 'WHERE r.digest = :digest', { digest });
    if (!session || session.endedAt || session.endsAt <= now || !inUse(session, now)) return null;
    const [row] = await rowsOf(this.reader, Staff, 'WHERE r.id = :id', { id: session.staffId });
    if (!row || !usable(row, now)) return null;
    if (addMinutes(session.lastUsedAt, TOUCH_MINUTES) <= now) await this.touch(digest);
    const mustEnrol = this.settings.secondFactor === 'required' && row.factorSince === null;
    const actor = actorOfRow(row, await this.book.of(row.role), markOf(digestOf(carried.sessionToken)), carried);
    const bounded = session.lowRisk ? lowRiskOf(actor) : actor;
    return { actor: mustEnrol ? { ...bounded, permissions: new Set(['own.use']) } : bounded, csrf: session.csrf, standing: standingOf(session, now, mustEnrol) };
  }

  /** The account acting before it has a session, as while its code is checked. */
  actorWithout(row: Staff): Actor {
    return actorOfRow(row, roles[row.role], null, null);
  }

  /** Administrators and managers learn that it was opened under duress. Its own page shows nothing. */
  private async alert(work: Work, staffId: string): Promise<void> {
    await this.notices.tell(work, await overseersBut(work, staffId), 'duress.entered', { staff: staffId });
  }

  private async endWhere(actor: Actor, where: string, params: object): Promise<void> {
    await this.work.run(actor, async (work) => {
      const update = work.manager.createQueryBuilder().update(Session).set({ endedAt: work.now });
      await update.where(`staff_id = :staffId AND ${where}`, { staffId: actor.id, ...params }).execute();
      work.note({ act: 'session.ended', kind: 'session', recordId: actor.id });
    }, { evenWhenFull: true });
  }

  private async openOf(staffId: string): Promise<Session[]> {
    const now = this.work.clock.now();
    const rows = await rowsOf(this.reader, Session, 'WHERE r.staff_id = :staffId AND r.ended_at IS NULL AND r.ends_at > :now ORDER BY r.last_used_at DESC', { staffId, now });
    return rows.filter((session) => inUse(session, now));
  }

  private async touch(digest: string): Promise<void> {
    await this.work.touch(async (manager) => {
      await manager.update(Session, { digest }, { lastUsedAt: this.work.clock.now() });
    });
  }
}

const inUse = ({ lastUsedAt }: Session, now: Instant): boolean => addMinutes(lastUsedAt, IDLE_MINUTES) > now && lastUsedAt <= addMinutes(now, AHEAD_MINUTES);

/** Looks the same and holds less: nobody's contacts, health or words, nothing of any circle. */
const lowRiskOf = (actor: Actor): Actor => ({ ...actor, lowRisk: true, fieldClasses: new Set(['open', 'identity']), writeClasses: new Set(['open', 'identity']) });

export const usable = (row: Staff, now: Instant): boolean =>
  !row.disabledAt && !row.suspendedAt && !row.service && !(row.expiresAt && row.expiresAt <= now);
