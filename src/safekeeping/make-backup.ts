import { Inject, Injectable } from '@nestjs/common';
import { systemActor, type Actor } from '../kernel/actor/public.js';
import { UnitOfWork } from '../kernel/db/public.js';
import { Problem } from '../kernel/errors/public.js';
import { GROUND, type Ground } from '../kernel/kernel.module.js';
import { readRecipients } from './age-box.js';
import { oneAtATime } from './one-at-a-time.js';
import { openStore } from './open-store.js';
import { writeBackup, type BackupMade, type WriteOptions } from './write-backup.js';

/** Makes a backup to the store of the settings, one at a time, and says in the log how it went. */
@Injectable()
export class MakeBackup {
  constructor(
    @Inject(GROUND) private readonly ground: Ground,
    private readonly work: UnitOfWork,
  ) {}

  /** @throws Problem `backup.not_set` (409), `backup.running` (409), or what the store refuses, which is in the log then */
  async run(actor: Actor = systemActor('backup'), options: Pick<WriteOptions, 'full' | 'told'> = {}): Promise<BackupMade> {
    const { settings } = this.ground;
    const { backup, dataDir } = settings;
    if (!backup) throw new Problem('backup.not_set', { status: 409 });
    return oneAtATime(dataDir, async () => {
      try {
        const recipients = readRecipients(backup.recipients);
        const store = openStore(backup.to, settings);
        const { id, made, ...facts } = await writeBackup(this.ground, store, { ...options, recipients, checkpoint: null }).finally(() => store.close());
        await this.note(actor, 'backup.made', id, facts);
        return { id, made, ...facts };
      } catch (error) {
        await this.note(actor, 'backup.failed', null, { code: error instanceof Problem ? error.code : 'unforeseen' });
        throw error;
      }
    });
  }

  private note(actor: Actor, act: string, recordId: string | null, facts: Record<string, string | number>): Promise<void> {
    return this.work.log([{ act, kind: 'backup', recordId, facts, actor, at: this.work.clock.now() }]);
  }
}
