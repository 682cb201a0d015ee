import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor/public.js';
import { UnitOfWork, type Work } from '../kernel/db/public.js';
import { Problem } from '../kernel/errors/public.js';
import { digestOf } from './accounts.js';
import { Invitation } from './invitation.entity.js';
import { Notices } from './notices.js';
import { hashPassword, passwordFits, SHORTEST, SHORTEST_WITH_FACTOR } from './password.js';
import { Staff } from './staff.entity.js';

/** Setting a password with a link, and changing one's own; nobody sets another's. */
@Injectable()
export class Passwords {
  constructor(
    private readonly work: UnitOfWork,
    private readonly reader: EntityManager,
    private readonly notices: Notices,
  ) {}

  /**
   * Sets a password with the secret of a single-use link, and burns the link.
   * @throws Problem `staff.link_spent` (410) for a link used, expired, replaced or never made: alike.
   */
  set(actor: Actor, secret: string, password: string): Promise<void> {
    return this.work.run(actor, async (work) => {
      const invitation = await work.manager.findOneBy(Invitation, { digest: digestOf(secret) });
      if (!invitation || invitation.usedAt || invitation.expiresAt <= work.now) throw new Problem('staff.link_spent', { status: 410 });
      const { factorSince } = await rowOf(work, invitation.staffId);
      const passwordHash = await hashPassword(password, factorSince ? SHORTEST_WITH_FACTOR : SHORTEST);
      const burnt = await work.manager
        .createQueryBuilder()
        .update(Invitation)
        .set({ usedAt: work.now })
        .where('digest = :digest AND used_at IS NULL', { digest: invitation.digest })
        .execute();
      if (burnt.affected !== 1) throw new Problem('staff.link_spent', { status: 410 });
      await work.manager.update(Staff, { id: invitation.staffId }, { passwordHash });
      work.note({ act: 'staff.password_set', kind: 'staff', recordId: invitation.staffId });
    });
  }

  /**
   * One's own password, or the passphrase for duress, anew; every other session ends.
   * @throws Problem `password.not_right` (422) when the present one is not.
   */
  change(actor: Actor, present: string, fresh: string, which: 'password' | 'duress' = 'password'): Promise<void> {
    return this.work.run(actor, async (work) => {
      const row = await rowOf(work, actor.id);
      if (!(await passwordFits(present, row.passwordHash))) {
        throw new Problem('password.not_right', { status: 422, fields: [{ field: 'present', code: 'password.not_right' }] });
      }
      if (which === 'duress' && (await passwordFits(fresh, row.passwordHash))) throw new Problem('password.same_as_other', { status: 422 });
      const hashed = await hashPassword(fresh, row.factorSince ? SHORTEST_WITH_FACTOR : SHORTEST);
      await work.manager.update(Staff, { id: actor.id }, which === 'password' ? { passwordHash: hashed } : { duressHash: hashed });
      await this.notices.tell(work, [actor.id], 'password.changed');
      // One act for both: the log must not tell who has a passphrase for duress.
      work.note({ act: 'staff.password_set', kind: 'staff', recordId: actor.id });
    });
  }

  /** Whether a link can still be used: the page says so before somebody thinks up a password. */
  async linkHolds(secret: string): Promise<boolean> {
    const invitation = await this.reader.findOneBy(Invitation, { digest: digestOf(secret) });
    return invitation !== null && !invitation.usedAt && invitation.expiresAt > this.work.clock.now();
  }
}

const rowOf = (work: Work, id: string): Promise<Staff> => work.manager.findOneByOrFail(Staff, { id });
