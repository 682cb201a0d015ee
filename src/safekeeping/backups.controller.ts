import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, By } from '../access/public.js';
import type { Actor } from '../kernel/actor/public.js';
import type { BackupsView } from './backup.view.js';
import { FindBackups } from './find-backups.js';
import { StartBackup } from './start-backup.js';

/** Backups, for those who look after the installation. Restoring is done at a terminal, with a key the server does not have. */
@ApiTags('backups')
@Controller('api/v1/backups')
export class BackupsController {
  constructor(
    private readonly backups: FindBackups,
    private readonly startBackup: StartBackup,
  ) {}

  @Get()
  @Access('backup.manage')
  list(@By() actor: Actor): Promise<BackupsView> {
    return this.backups.all(actor);
  }

  /** Begins one; how it goes is in the list and in the log. */
  @Post()
  @HttpCode(202)
  @Access('backup.manage', { confirm: true })
  start(@By() actor: Actor): void {
    this.startBackup.run(actor);
  }
}
