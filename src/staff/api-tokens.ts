import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { permissions as known, RoleBook, type Carried, type Identified } from '../access/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { seal, SubjectVault, unseal } from '../kernel/crypto/public.js';
import { isId, newId, putRows, rowsOf, run, UnitOfWork } from '../kernel/db/public.js';
import { Problem } from '../kernel/errors/public.js';
import { addHours, addMinutes, type Instant } from '../kernel/time/public.js';
import { actorOfRow } from './actor-of-row.js';
import { ApiToken } from './api-token.entity.js';
import { Notices } from './notices.js';
import { Staff } from './staff.entity.js';

/** What secrets begin with, so that a scanner finds one that was put where it does not belong. */
const PREFIX = 'habeas_';
const LONGEST_DAYS = 366;
const TOUCH_MINUTES = 10;

/** What no program does for anybody: it would be a person without a second factor. */
const forPeopleOnly: readonly string[] = ['own.use', 'lock.now', 'staff.manage', 'audit.read', 'rule.review', 'colleague.vouch', 'looks.read', 'emergency.enter', 'emergency.review'];

export interface OwnToken {
  readonly id: string;
  readonly label: string;
  readonly permissions: readonly string[];
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
  readonly lastUsedAt: Instant | null;
}

const digestOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** Tokens for programs: scoped, expiring, shown once. A token never holds more than its account does at that moment. */
@Injectable()
export class ApiTokens {
  constructor(
    private readonly work: UnitOfWork,
    private readonly reader: EntityManager,
    private readonly vault: SubjectVault,
    private readonly notices: Notices,
    private readonly book: RoleBook,
  ) {}

  /** What a token of an account can be given. */
  async offered(role: Staff['role']): Promise<string[]> {
    return (await this.book.of(role)).permissions.filter((permission) => !forPeopleOnly.includes(permission));
  }

  /**
   * Answers the secret, which is shown once and kept nowhere.
   * @throws Problem `token.too_much` (403) for a permission the account does not have.
   */
  make(actor: Actor, staffId: string, input: { label: string; permissions: readonly string[]; days: number }): Promise<string> {
    return this.work.run(actor, async (work) => {
      const [row] = await rowsOf(work.manager, Staff, 'WHERE r.id = :staffId', { staffId });
      if (!row) throw Problem.notFound();
      const offered = await this.offered(row.role);
      const scope = known.filter((permission) => input.permissions.includes(permission));
      if (scope.length === 0 || scope.some((permission) => !offered.includes(permission))) throw new Problem('token.too_much', { status: 403 });
      const secret = PREFIX + randomBytes(32).toString('base64url');
      const [id, key] = [newId(work.now), await this.vault.keyFor(work.manager, staffId, work.now)];
      const expiresAt = addHours(work.now, 24 * Math.min(Math.max(1, input.days), LONGEST_DAYS));
      const times = { createdAt: work.now, createdBy: actor.id, expiresAt, lastUsedAt: null, revokedAt: null };
      await putRows(work.manager, ApiToken, [{ id, digest: digestOf(secret), staffId, sealed: seal(key, input.label, `token:${id}`), permissions: scope, ...times }]);
      await this.notices.tell(work, [staffId], 'token.made');
      work.note({ act: 'token.made', kind: 'staff', recordId: staffId, facts: { token: id, permissions: scope.join(' ') } });
      return secret;
    });
  }

  async of(staffId: string): Promise<OwnToken[]> {
    const now = this.work.clock.now();
    const rows = await rowsOf(this.reader, ApiToken, 'WHERE r.staff_id = :staffId AND r.revoked_at IS NULL AND r.expires_at > :now ORDER BY r.id', { staffId, now });
    const key = (await this.vault.keysOf(this.reader, [staffId])).get(staffId);
    return rows.map(({ id, sealed, permissions, createdAt, expiresAt, lastUsedAt }) => ({
      ...{ id, permissions, createdAt, expiresAt, lastUsedAt },
      label: key ? unseal(key, sealed, `token:${id}`) : '',
    }));
  }

  /** @throws Problem `not_found` for one that is not of this account. */
  revoke(actor: Actor, staffId: string, id: string): Promise<void> {
    return this.work.run(actor, async (work) => {
      const [row] = isId(id) && isId(staffId) ? await rowsOf(work.manager, ApiToken, 'WHERE r.id = :id AND r.staff_id = :staffId', { id, staffId }) : [];
      if (!row) throw Problem.notFound();
      await run(work.manager, 'UPDATE api_token SET revoked_at = :now WHERE id = :id', { now: work.now, id });
      work.note({ act: 'token.revoked', kind: 'staff', recordId: staffId, facts: { token: id } });
    });
  }

  async actorOf(secret: string, carried: Carried): Promise<Identified | null> {
    const now = this.work.clock.now();
    const [token] = await rowsOf(this.reader, ApiToken, 'WHERE r.digest = :digest', { digest: digestOf(secret) });
    if (!token || token.revokedAt || token.expiresAt <= now) return null;
    const [row] = await rowsOf(this.reader, Staff, 'WHERE r.id = :id', { id: token.staffId });
    if (!row || row.disabledAt || row.suspendedAt || (row.expiresAt && row.expiresAt <= now)) return null;
    if (!token.lastUsedAt || addMinutes(token.lastUsedAt, TOUCH_MINUTES) <= now) await this.used(token.id, now);
    const actor = actorOfRow(row, await this.book.of(row.role), digestOf(token.id).slice(0, 16), carried);
    const permissions = new Set(token.permissions.filter((permission) => actor.permissions.has(permission)));
    const standing = { confirmedToOpen: false, confirmedToSend: false, exportsFrom: null, mustEnrol: false, program: true };
    return { actor: { ...actor, permissions }, csrf: '', standing };
  }

  private used(id: string, now: Instant): Promise<void> {
    return this.work.touch((manager) => run(manager, 'UPDATE api_token SET last_used_at = :now WHERE id = :id', { now, id }));
  }
}
