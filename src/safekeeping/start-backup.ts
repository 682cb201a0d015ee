import { Injectable } from '@nestjs/common';
import type { Actor } from '../kernel/actor/public.js';
import { Problem } from '../kernel/errors/public.js';
import { keeperOnly } from '../staff/public.js';
import { MakeBackup } from './make-backup.js';

/** Begins a backup that may take longer than a browser waits. How it ended is in the log, and on the page of backups. */
@Injectable()
export class StartBackup {
  constructor(private readonly makeBackup: MakeBackup) {}

  /** @throws Problem `team.home_only` (403), `backup.not_set` (409), `backup.running` (409) */
  run(actor: Actor): void {
    keeperOnly(actor);
    if (!this.makeBackup.isSet) throw new Problem('backup.not_set', { status: 409 });
    if (this.makeBackup.underWay) throw new Problem('backup.running', { status: 409 });
    void this.makeBackup.run(actor).catch(() => undefined); // in the log already
  }
}
