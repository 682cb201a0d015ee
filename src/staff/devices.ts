import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { putRows, rowsOf, run, type Work } from '../kernel/db/public.js';
import { SETTINGS } from '../kernel/kernel.module.js';
import type { Settings } from '../kernel/settings/public.js';
import { addHours, type Instant } from '../kernel/time/public.js';
import { Device } from './device.entity.js';
import { Notices } from './notices.js';

/** Knows the browsers of each account by a random cookie. From a new one files leave only after a day. */
@Injectable()
export class Devices {
  constructor(
    private readonly notices: Notices,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** The browser of a sign-in, and from when on files may leave with it; its owner is told of a new one. */
  async met(work: Work, staffId: string, secret: string): Promise<{ id: string; exportsFrom: Instant | null }> {
    const id = createHash('sha256').update(`${secret}\n${staffId}`).digest('hex');
    const [known] = await rowsOf(work.manager, Device, 'WHERE r.id = :id', { id });
    if (known) await run(work.manager, 'UPDATE device SET last_seen_at = :now WHERE id = :id', { now: work.now, id });
    else {
      await putRows(work.manager, Device, [{ id, staffId, firstSeenAt: work.now, lastSeenAt: work.now, vouchedAt: null, vouchedBy: null }]);
      await this.notices.tell(work, [staffId], 'device.new');
      work.note({ act: 'device.new', kind: 'staff', recordId: staffId, facts: { device: id.slice(0, 8) } });
    }
    const from = addHours(known?.firstSeenAt ?? work.now, this.settings.newDeviceHours);
    return { id, exportsFrom: known?.vouchedAt || from <= work.now ? null : from };
  }

  /** A colleague has said that the browser is theirs: files may leave at once. */
  async vouch(work: Work, deviceId: string): Promise<void> {
    await run(work.manager, 'UPDATE device SET vouched_at = :now, vouched_by = :by WHERE id = :deviceId', { now: work.now, by: work.actor.id, deviceId });
    await run(work.manager, 'UPDATE session SET exports_from = NULL WHERE device_id = :deviceId', { deviceId });
    work.note({ act: 'device.vouched', kind: 'staff', recordId: null, facts: { device: deviceId.slice(0, 8) } });
  }

  async ownerOf(reader: EntityManager, deviceId: string): Promise<string | null> {
    const [known] = await rowsOf(reader, Device, 'WHERE r.id = :deviceId', { deviceId });
    return known?.staffId ?? null;
  }
}
