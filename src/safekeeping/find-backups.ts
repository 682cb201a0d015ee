import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../kernel/actor/public.js';
import { Problem } from '../kernel/errors/public.js';
import { GROUND, type Ground } from '../kernel/kernel.module.js';
import { keeperOnly } from '../staff/public.js';
import { backupHistory, healthOf, nextDue } from './backup-history.js';
import type { BackupsView, BackupStateView, StoredBackupView } from './backup.view.js';
import { MakeBackup } from './make-backup.js';
import { bytesIn, rowsIn } from './manifest.js';
import { openStore } from './open-store.js';
import { readManifests } from './stored-backups.js';

/** How it stands with backups, for those who look after the installation. */
@Injectable()
export class FindBackups {
  constructor(
    @Inject(GROUND) private readonly ground: Ground,
    private readonly makeBackup: MakeBackup,
  ) {}

  /** By the log alone: also when the store is out of reach. */
  async state(): Promise<BackupStateView> {
    const { settings, database, clock } = this.ground;
    const now = clock.now();
    const history = await backupHistory(database.reader.manager);
    const { made, failed, verified } = history;
    return {
      health: healthOf(history, settings.backup, now),
      made: made && { at: made.at, rows: Number(made.facts.rows), bytes: Number(made.facts.bytes), newBytes: Number(made.facts.newBytes) },
      failed: failed && { at: failed.at, code: String(failed.facts.code) },
      verifiedAt: verified?.at ?? null,
      nextAt: nextDue(history, settings.backup, now),
      underWay: this.makeBackup.underWay?.rows ?? null,
    };
  }

  /** With what lies in the store, the newest first. @throws Problem `team.home_only` (403) */
  async all(actor: Actor): Promise<BackupsView> {
    keeperOnly(actor);
    const { settings } = this.ground;
    const state = await this.state();
    const { backup } = settings;
    const set = backup && { store: backup.to.startsWith('s3://') ? ('s3' as const) : ('folder' as const), every: backup.every, keep: { ...backup.keep } };
    try {
      return { state, set, items: set ? await this.stored() : [], problem: null };
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      return { state, set, items: [], problem: { code: error.code, params: { ...error.detail.params } } };
    }
  }

  private async stored(): Promise<StoredBackupView[]> {
    const { settings, keys, database } = this.ground;
    const store = openStore(settings.backup?.to ?? '', settings);
    const { verified } = await backupHistory(database.reader.manager);
    const manifests = await readManifests(store, keys).finally(() => store.close());
    return manifests.map((manifest) => ({ id: manifest.id, made: manifest.made, rows: rowsIn(manifest), bytes: bytesIn(manifest), verified: manifest.id === verified?.backup }));
  }
}
