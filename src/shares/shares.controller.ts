import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { Access, By } from '../access/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { FindShares } from './find-shares.js';
import { ShareCase } from './share-case.js';
import { ShareCaseInput, SharePartInput } from './share.input.js';
import type { ShareView } from './share.view.js';

/** One case, read by another organisation on the same installation. */
@ApiTags('cases')
@Controller('api/v1/cases/:id/shares')
export class SharesController {
  constructor(
    private readonly find: FindShares,
    private readonly shareCase: ShareCase,
  ) {}

  @Get()
  @Access('case.read')
  list(@By() actor: Actor, @Param('id') id: string): Promise<ShareView[]> {
    return this.find.of(actor, id);
  }

  /** Lets the contact of another team in. Refused, with who it is, while somebody in the case has not agreed. */
  @Post()
  @Access('case.record', { confirm: true })
  async share(@By() actor: Actor, @Param('id') id: string, @Body() input: ShareCaseInput): Promise<ShareView[]> {
    await this.shareCase.run(actor, id, input);
    return this.find.of(actor, id);
  }

  /** Opens a case of their own for those who agreed, and shares that one. Answers its id. */
  @Post('part')
  @Access('case.record', { confirm: true })
  async part(@By() actor: Actor, @Param('id') id: string, @Body() input: SharePartInput, @Res({ passthrough: true }) response: Response): Promise<{ id: string }> {
    const made = await this.shareCase.part(actor, id, input);
    response.setHeader('Location', `/api/v1/cases/${made}`);
    return { id: made };
  }
}
