import { Inject, Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { systemActor } from '../kernel/actor/public.js';
import { Problem } from '../kernel/errors/public.js';
import { GROUND, type Ground } from '../kernel/kernel.module.js';
import { backupHistory, nextDue } from './backup-history.js';
import { MakeBackup } from './make-backup.js';

const LOOKS_EVERY_MS = 60_000;

/** Makes backups by itself, as often as the settings say; only where somebody serves, not on the command line. */
@Injectable()
export class BackupSchedule implements OnModuleDestroy {
  private readonly log = new Logger('backups');
  private timer: NodeJS.Timeout | null = null;

  constructor(
    @Inject(GROUND) private readonly ground: Ground,
    private readonly makeBackup: MakeBackup,
  ) {}

  start(): void {
    this.timer = setInterval(() => void this.look(), LOOKS_EVERY_MS);
    this.timer.unref();
  }

  onModuleDestroy(): void {
    if (this.timer) clearInterval(this.timer);
  }

  /** Makes one when it is time. One that fails is in the log and told to the administrators; the server goes on. */
  async look(): Promise<'made' | 'failed' | 'not yet'> {
    const { settings, clock, database } = this.ground;
    try {
      const now = clock.now();
      const due = nextDue(await backupHistory(database.reader.manager), settings.backup, now);
      if (!due || due > now) return 'not yet';
      await this.makeBackup.run(systemActor('backup'));
      return 'made';
    } catch (error) {
      if (error instanceof Problem && error.code === 'backup.running') return 'not yet';
      this.log.error(error instanceof Problem ? error.code : 'a backup failed for a reason that was not foreseen');
      return 'failed';
    }
  }
}
