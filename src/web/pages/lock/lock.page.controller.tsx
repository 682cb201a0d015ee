import { Controller, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { Access, By, type Signed } from '../../../access/public.js';
import type { Actor } from '../../../kernel/actor/public.js';
import { SETTINGS } from '../../../kernel/kernel.module.js';
import type { Settings } from '../../../kernel/settings/public.js';
import { CheckIns, LockNow } from '../../../lock/public.js';
import { clearSessionCookie } from '../../../staff/public.js';

@ApiExcludeController()
@Controller()
export class LockPageController {
  constructor(
    private readonly lock: LockNow,
    private readonly checkIns: CheckIns,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** The server is locked before the answer leaves; the browser then finds the page that unlocks it. */
  @Post('lock')
  @Access('lock.now')
  now(@By() actor: Actor, @Req() request: Signed, @Res() response: Response): void {
    this.lock.run(actor, 'page', request.socket);
    clearSessionCookie(response, this.settings);
    response.setHeader('Connection', 'close');
    response.redirect(303, '/unlock');
  }

  @Post('check-in')
  @Access('staff.manage')
  async checkIn(@By() actor: Actor, @Res() response: Response): Promise<void> {
    await this.checkIns.run(actor);
    response.redirect(303, '/');
  }
}
