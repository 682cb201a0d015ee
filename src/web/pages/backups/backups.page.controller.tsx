import { Controller, Get, Header, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { Access, By, type Signed } from '../../../access/public.js';
import type { Actor } from '../../../kernel/actor/public.js';
import { SETTINGS } from '../../../kernel/kernel.module.js';
import type { Settings } from '../../../kernel/settings/public.js';
import { FindBackups, StartBackup } from '../../../safekeeping/public.js';
import { renderPage, viewerOf } from '../../parts/public.js';
import { BackupsPage } from './backups.page.js';

/** Backups: how it stands with them, one now, and how to get everything back. */
@ApiExcludeController()
@Controller('backups')
export class BackupsPageController {
  constructor(
    private readonly backups: FindBackups,
    private readonly startBackup: StartBackup,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Get()
  @Access('backup.manage')
  @Header('Content-Type', 'text/html; charset=utf-8')
  async list(@By() actor: Actor, @Req() request: Signed): Promise<string> {
    return renderPage(<BackupsPage viewer={viewerOf(request)} backups={await this.backups.all(actor)} zone={this.settings.zone} />);
  }

  @Post()
  @Access('backup.manage', { confirm: true })
  start(@By() actor: Actor, @Res() response: Response): void {
    this.startBackup.run(actor);
    response.redirect(303, '/backups');
  }
}
