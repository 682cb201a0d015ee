import { Not } from 'typeorm';
import { HOME_TEAM } from '../kernel/actor/public.js';
import type { Work } from '../kernel/db/public.js';
import { Problem } from '../kernel/errors/public.js';
import { Staff } from './staff.entity.js';

/**
 * Somebody must remain who can make accounts and let people in again: an administrator of the team that keeps the installation.
 * @throws Problem `staff.last_administrator` (409) when nobody but this one could.
 */
export async function keepAnAdministrator(work: Work, leaving: string): Promise<void> {
  // Writes nothing new: it holds these rows until the commit, so that two administrators cannot remove each other at once.
  await work.manager.update(Staff, { role: 'administrator' }, { role: 'administrator' });
  const others = await work.manager.findBy(Staff, { role: 'administrator', teamId: HOME_TEAM, id: Not(leaving) });
  const remains = others.some((one) => !one.disabledAt && !one.suspendedAt && one.passwordHash && !(one.expiresAt && one.expiresAt <= work.now));
  // The one who does it may still have no password of their own when the machine made them; they are signed in all the same.
  const isActor = others.some((one) => one.id === work.actor.id && one.id !== leaving && !one.disabledAt);
  if (!remains && !isActor) throw new Problem('staff.last_administrator', { status: 409 });
}
