import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, By } from '../access/public.js';
import type { DetentionView } from '../detentions/public.js';
import type { IndividualRowView } from '../individuals/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { AddToCase } from './add-to-case.js';
import { AddToCaseInput, CaseMemberInput } from './case.input.js';
import type { CaseMemberView } from './case.view.js';
import { CaseMembers } from './case-members.js';
import { FindCases } from './find-cases.js';

/** Who is on a case, and whom and what it is about. */
@ApiTags('cases')
@Controller('api/v1/cases/:id')
export class CaseContentsController {
  constructor(
    private readonly find: FindCases,
    private readonly add: AddToCase,
    private readonly members: CaseMembers,
  ) {}

  @Get('members')
  @Access('case.read')
  async listMembers(@By() actor: Actor, @Param('id') id: string): Promise<CaseMemberView[]> {
    return (await this.find.one(actor, id)).members;
  }

  @Post('members')
  @Access('case.record')
  async addMember(@By() actor: Actor, @Param('id') id: string, @Body() input: CaseMemberInput): Promise<CaseMemberView[]> {
    await this.members.add(actor, id, input.staffId);
    return this.listMembers(actor, id);
  }

  @Delete('members/:staffId')
  @HttpCode(204)
  @Access('case.record')
  removeMember(@By() actor: Actor, @Param('id') id: string, @Param('staffId') staffId: string): Promise<void> {
    return this.members.remove(actor, id, staffId);
  }

  @Get('individuals')
  @Access('case.read')
  async listIndividuals(@By() actor: Actor, @Param('id') id: string): Promise<readonly IndividualRowView[]> {
    return (await this.find.contents(actor, await this.find.one(actor, id))).individuals;
  }

  @Post('individuals')
  @Access('case.record')
  async addIndividual(@By() actor: Actor, @Param('id') id: string, @Body() input: AddToCaseInput): Promise<readonly IndividualRowView[]> {
    await this.add.individual(actor, id, input.record);
    return this.listIndividuals(actor, id);
  }

  @Get('detentions')
  @Access('case.read')
  async listDetentions(@By() actor: Actor, @Param('id') id: string): Promise<readonly DetentionView[]> {
    return (await this.find.contents(actor, await this.find.one(actor, id))).detentions;
  }

  @Post('detentions')
  @Access('case.record')
  async addDetention(@By() actor: Actor, @Param('id') id: string, @Body() input: AddToCaseInput): Promise<readonly DetentionView[]> {
    await this.add.detention(actor, id, input.record);
    return this.listDetentions(actor, id);
  }

  /** Sources that only the people on the case may know of. */
  @Get('sources')
  @Access('case.read')
  async listSources(@By() actor: Actor, @Param('id') id: string): Promise<string[]> {
    return this.find.sourceIds(actor, (await this.find.one(actor, id)).id);
  }

  @Post('sources')
  @Access('case.record')
  async addSource(@By() actor: Actor, @Param('id') id: string, @Body() input: AddToCaseInput): Promise<string[]> {
    await this.add.source(actor, id, input.record);
    return this.find.sourceIds(actor, id);
  }
}
