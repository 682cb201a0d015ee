import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Checkpoints, LogDoesNotHold } from '../audit/public.js';
import { systemActor, HOME_TEAM, type Actor } from '../kernel/actor/public.js';
import { rowsOf, UnitOfWork, type Work } from '../kernel/db/public.js';
import { Problem } from '../kernel/errors/public.js';
import { GROUND, type Ground } from '../kernel/kernel.module.js';
import { Notices, Staff } from '../staff/public.js';
import { readRecipients } from './age-box.js';
import { backupHistory } from './backup-history.js';
import type { Written } from './chunk-writer.js';
import { oneAtATime } from './one-at-a-time.js';
import { openStore } from './open-store.js';
import { thinBackups } from './thin-backups.js';
import { writeBackup, type BackupMade, type WriteOptions } from './write-backup.js';
import type { BackupStore } from './store.js';

/** Makes a backup to the store of the settings, one at a time, removes what need not stay, and says in the log how it went. */
@Injectable()
export class MakeBackup implements OnApplicationShutdown {
  private written: Written | null = null;
  private readonly ending = new AbortController();
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    @Inject(GROUND) private readonly ground: Ground,
    private readonly work: UnitOfWork,
    private readonly notices: Notices,
    private readonly checkpoints: Checkpoints,
  ) {}

  get isSet(): boolean {
    return this.ground.settings.backup !== null;
  }

  /** How far the one is that this process makes now. */
  get underWay(): Written | null {
    return this.written;
  }

  /** @throws Problem `backup.not_set` (409), `backup.running` (409), or what the store refuses, which is in the log then */
  run(actor: Actor = systemActor('backup'), options: Pick<WriteOptions, 'full' | 'told'> = {}): Promise<BackupMade> {
    const making = this.inTurn(actor, options);
    this.last = making.catch(() => undefined);
    return making;
  }

  /** One that is under way ends at once: whoever locks or stops the server does not wait for it, and no key outlives that. */
  async onApplicationShutdown(): Promise<void> {
    this.ending.abort(new Problem('backup.stopped', { status: 503 }));
    await this.last;
  }

  private async inTurn(actor: Actor, { full = false, told = () => undefined }: Pick<WriteOptions, 'full' | 'told'>): Promise<BackupMade> {
    const { settings } = this.ground;
    const { backup } = settings;
    if (!backup) throw new Problem('backup.not_set', { status: 409 });
    return oneAtATime(settings.dataDir, async () => {
      this.written = { rows: 0, objects: 0, bytes: 0 };
      const hear = (written: Written): void => told((this.written = written));
      try {
        const recipients = readRecipients(backup.recipients);
        const store = openStore(backup.to, settings);
        const { note: checkpoint } = await this.checkpoints.make('backup');
        return await this.toStore(actor, store, { full, told: hear, recipients, checkpoint, signal: this.ending.signal }).finally(() => store.close());
      } catch (error) {
        const refusal = error instanceof LogDoesNotHold ? new Problem('backup.log_does_not_hold', { status: 409 }) : error;
        await this.failed(actor, refusal instanceof Problem ? refusal.code : 'unforeseen');
        throw refusal;
      } finally {
        this.written = null;
      }
    });
  }

  private async toStore(actor: Actor, store: BackupStore, options: WriteOptions): Promise<BackupMade> {
    const { settings, keys, database } = this.ground;
    const { id, made, ...facts } = await writeBackup(this.ground, store, options);
    await this.work.run(actor, (story) => Promise.resolve(story.note({ act: 'backup.made', kind: 'backup', recordId: id, facts })));
    const { verified } = await backupHistory(database.reader.manager);
    if (settings.backup) {
      const { removed, left, objects } = await thinBackups(store, keys, settings.backup.keep, settings.zone, verified?.backup ?? null);
      const note = { act: 'backup.thinned', kind: 'backup', recordId: null, facts: { removed, left, objects } };
      if (removed + objects > 0) await this.work.run(actor, (story) => Promise.resolve(story.note(note)));
    }
    return { id, made, ...facts };
  }

  /** The administrators are told of the first one in a row that fails; their home page says so until one succeeds. */
  private async failed(actor: Actor, code: string): Promise<void> {
    const { made, failed } = await backupHistory(this.ground.database.reader.manager);
    const again = failed !== null && (made === null || failed.at > made.at);
    await this.work.run(actor, async (story) => {
      if (!again) await this.notices.tell(story, await keepersIn(story), 'backup.failed', { link: '/backups' });
      story.note({ act: 'backup.failed', kind: 'backup', recordId: null, facts: { code } });
    });
  }
}

async function keepersIn(work: Work): Promise<string[]> {
  const rows = await rowsOf(work.manager, Staff, `WHERE r.role = 'administrator' AND r.disabled_at IS NULL AND r.team_id = :team`, { team: HOME_TEAM });
  return rows.map(({ id }) => id);
}
