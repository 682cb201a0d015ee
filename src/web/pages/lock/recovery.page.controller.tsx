import { Body, Controller, Get, Header, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { Access, By, type Signed } from '../../../access/public.js';
import type { Actor } from '../../../kernel/actor/public.js';
import { Problem } from '../../../kernel/errors/public.js';
import { SETTINGS } from '../../../kernel/kernel.module.js';
import type { Settings } from '../../../kernel/settings/public.js';
import { Recovery, RehearsalInput } from '../../../lock/public.js';
import { keeperOnly } from '../../../staff/public.js';
import { faultsShown, readForm, textOf, type FormBody } from '../../forms/public.js';
import { renderPage, viewerOf } from '../../parts/public.js';
import { RecoveryKeyPage, RecoveryPage } from './recovery.page.js';
import { SharesPage } from './shares.page.js';

const HTML = 'text/html; charset=utf-8';

@ApiExcludeController()
@Controller('recovery')
export class RecoveryPageController {
  constructor(
    private readonly recovery: Recovery,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Get()
  @Access('staff.manage')
  @Header('Content-Type', HTML)
  async page(@By() actor: Actor, @Req() request: Signed): Promise<string> {
    keeperOnly(actor);
    return renderPage(<RecoveryPage viewer={viewerOf(request)} tried={await this.recovery.tried()} zone={this.settings.zone} />);
  }

  @Post('key')
  @HttpCode(200)
  @Access('staff.manage', { confirm: true })
  @Header('Content-Type', HTML)
  async make(@By() actor: Actor, @Req() request: Signed): Promise<string> {
    return renderPage(<RecoveryKeyPage viewer={viewerOf(request)} recoveryKey={await this.recovery.make(actor)} />);
  }

  @Post('shares')
  @HttpCode(200)
  @Access('staff.manage', { confirm: true })
  @Header('Content-Type', HTML)
  async makeShares(@By() actor: Actor, @Req() request: Signed): Promise<string> {
    return renderPage(<SharesPage viewer={viewerOf(request)} shares={await this.recovery.makeShares(actor)} />);
  }

  @Post('rehearsal')
  @Access('staff.manage', { confirm: true })
  async rehearse(@By() actor: Actor, @Req() request: Signed, @Body() form: FormBody, @Res() response: Response): Promise<void> {
    try {
      const given = ['text', 'passphrase', 'second', 'secondPassphrase'].flatMap((name) => (textOf(form, name) ? [[name, textOf(form, name)]] : []));
      await this.recovery.rehearse(actor, readForm(RehearsalInput, Object.fromEntries(given) as Record<string, unknown>));
      response.redirect(303, '/recovery');
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      const page = <RecoveryPage viewer={viewerOf(request)} tried={await this.recovery.tried()} zone={this.settings.zone} faults={faultsShown(error)} />;
      response.status(error.status).type('html').send(renderPage(page));
    }
  }
}
