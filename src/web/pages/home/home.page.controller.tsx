import { Controller, Get, Header, Inject, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Access, By, type Signed } from '../../../access/public.js';
import type { Actor } from '../../../kernel/actor/public.js';
import { Problem } from '../../../kernel/errors/public.js';
import { SETTINGS } from '../../../kernel/kernel.module.js';
import type { Settings } from '../../../kernel/settings/public.js';
import { renderPage, viewerOf } from '../../parts/public.js';
import { FindHomeFacts } from './home-facts.js';
import { HomePage } from './home.page.js';

@ApiExcludeController()
@Controller()
export class HomePageController {
  constructor(
    private readonly facts: FindHomeFacts,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Get('/')
  @Access('own.use')
  @Header('Content-Type', 'text/html; charset=utf-8')
  async home(@By() actor: Actor, @Req() request: Signed): Promise<string> {
    if (request.standing?.mustEnrol) throw new Problem('factor.required', { status: 403 });
    return renderPage(<HomePage viewer={viewerOf(request)} facts={await this.facts.of(actor)} zone={this.settings.zone} />);
  }
}
