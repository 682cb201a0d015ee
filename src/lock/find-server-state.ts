import { Inject, Injectable } from '@nestjs/common';
import { LocksServer } from '../kernel/gate/public.js';
import { SETTINGS } from '../kernel/kernel.module.js';
import type { Settings } from '../kernel/settings/public.js';
import { CheckIns } from './check-ins.js';
import { deadline } from './deadline.js';
import { ServerStateView } from './lock.view.js';
import { Recovery } from './recovery.js';

/** How the server stands, for who looks after it. */
@Injectable()
export class FindServerState {
  constructor(
    private readonly server: LocksServer,
    private readonly checkIns: CheckIns,
    private readonly recovery: Recovery,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async run(): Promise<ServerStateView> {
    const { opened } = this.server;
    const checkedInAt = await this.checkIns.last();
    const locksAt = opened ? deadline(this.settings.deadmanHours, opened.at, checkedInAt) : null;
    return { openedAt: opened?.at ?? null, openedBy: opened?.by ?? null, cutShort: opened?.cutShort ?? false, checkedInAt, locksAt, ...(await this.recovery.tried()) };
  }
}
