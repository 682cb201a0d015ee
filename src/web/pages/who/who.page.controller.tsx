import { Controller, Get, Header, Inject, Param, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Access, By, type Signed } from '../../../access/public.js';
import type { Actor } from '../../../kernel/actor/public.js';
import { SETTINGS } from '../../../kernel/kernel.module.js';
import type { Settings } from '../../../kernel/settings/public.js';
import { Accounts } from '../../../staff/public.js';
import { renderPage, viewerOf } from '../../parts/public.js';
import { WhoReads } from './who-reads.js';
import { WhoPage } from './who.page.js';

/** Why one can see a record, who else can, and for its owner: who has looked. */
@ApiExcludeController()
@Controller()
export class WhoPageController {
  constructor(
    private readonly who: WhoReads,
    private readonly accounts: Accounts,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Get('individuals/:id/who')
  @Access('individual.read')
  @Header('Content-Type', 'text/html; charset=utf-8')
  individual(@By() actor: Actor, @Req() request: Signed, @Param('id') id: string): Promise<string> {
    return this.page(actor, request, 'individual', id);
  }

  @Get('detentions/:id/who')
  @Access('detention.read')
  @Header('Content-Type', 'text/html; charset=utf-8')
  detention(@By() actor: Actor, @Req() request: Signed, @Param('id') id: string): Promise<string> {
    return this.page(actor, request, 'detention', id);
  }

  @Get('cases/:id/who')
  @Access('case.read')
  @Header('Content-Type', 'text/html; charset=utf-8')
  case(@By() actor: Actor, @Req() request: Signed, @Param('id') id: string): Promise<string> {
    return this.page(actor, request, 'case', id);
  }

  private async page(actor: Actor, request: Signed, kind: 'individual' | 'detention' | 'case', id: string): Promise<string> {
    const who = await this.who.of(actor, kind, id);
    const ids = [...who.members.flatMap(({ staffId, addedBy }) => [staffId, addedBy]), ...(who.looks ?? []).map(({ actorId }) => actorId)];
    const names = await this.accounts.namesOf(ids.filter((one) => one.length === 36));
    return renderPage(<WhoPage viewer={viewerOf(request)} who={who} names={names} zone={this.settings.zone} ownId={actor.id} />);
  }
}
