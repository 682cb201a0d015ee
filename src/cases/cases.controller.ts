import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { Access, By, IfMatch } from '../access/public.js';
import type { Actor } from '../kernel/actor/public.js';
import type { PageOf } from '../kernel/http/public.js';
import { AddToCase } from './add-to-case.js';
import { CaseMembers, type AskedHandOver } from './case-members.js';
import { AddToCaseInput, AnswerHandOverInput, OpenCaseInput, ReviseCaseInput, StaffInput } from './case.input.js';
import type { CaseRowView, CaseView } from './case.view.js';
import { CaseListInput, FindCases } from './find-cases.js';
import { OpenCase } from './open-case.js';

@ApiTags('cases')
@Controller('api/v1/cases')
export class CasesController {
  constructor(
    private readonly find: FindCases,
    private readonly openCase: OpenCase,
    private readonly add: AddToCase,
    private readonly members: CaseMembers,
  ) {}

  @Get()
  @Access('case.read')
  list(@By() actor: Actor, @Query() input: CaseListInput): Promise<PageOf<CaseRowView>> {
    return this.find.page(actor, input);
  }

  @Post()
  @Access('case.record')
  async open(@By() actor: Actor, @Body() input: OpenCaseInput, @Res({ passthrough: true }) response: Response): Promise<CaseView> {
    const id = await this.openCase.run(actor, input);
    response.setHeader('Location', `/api/v1/cases/${id}`);
    return this.shown(actor, id, response);
  }

  /** Cases the asking person is asked to take over. */
  @Get('hand-overs')
  @Access('case.read')
  waiting(@By() actor: Actor): Promise<AskedHandOver[]> {
    return this.members.waitingFor(actor);
  }

  @Post('hand-overs/:handOverId')
  @HttpCode(200)
  @Access('case.hand_over')
  async answer(
    @By() actor: Actor,
    @Param('handOverId') handOverId: string,
    @Body() input: AnswerHandOverInput,
  ): Promise<{ caseId: string }> {
    return { caseId: await this.members.answerHandOver(actor, handOverId, input.answer === 'accept') };
  }

  @Get(':id')
  @Access('case.read')
  one(@By() actor: Actor, @Param('id') id: string, @Res({ passthrough: true }) response: Response): Promise<CaseView> {
    return this.shown(actor, id, response);
  }

  @Patch(':id')
  @Access('case.record')
  async revise(
    @By() actor: Actor,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() input: ReviseCaseInput,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CaseView> {
    await this.openCase.revise(actor, id, version, input);
    return this.shown(actor, id, response);
  }

  @Post(':id/individuals')
  @Access('case.record')
  async addIndividual(@By() actor: Actor, @Param('id') id: string, @Body() input: AddToCaseInput): Promise<CaseView> {
    await this.add.individual(actor, id, input.record);
    return this.find.one(actor, id);
  }

  @Post(':id/detentions')
  @Access('case.record')
  async addDetention(@By() actor: Actor, @Param('id') id: string, @Body() input: AddToCaseInput): Promise<CaseView> {
    await this.add.detention(actor, id, input.record);
    return this.find.one(actor, id);
  }

  @Post(':id/members')
  @Access('case.hand_over')
  async addMember(@By() actor: Actor, @Param('id') id: string, @Body() input: StaffInput): Promise<CaseView> {
    await this.members.add(actor, id, input.staffId);
    return this.find.one(actor, id);
  }

  @Delete(':id/members/:staffId')
  @HttpCode(204)
  @Access('case.hand_over')
  removeMember(@By() actor: Actor, @Param('id') id: string, @Param('staffId') staffId: string): Promise<void> {
    return this.members.remove(actor, id, staffId);
  }

  @Post(':id/hand-overs')
  @Access('case.hand_over')
  async askHandOver(@By() actor: Actor, @Param('id') id: string, @Body() input: StaffInput): Promise<{ id: string }> {
    return { id: await this.members.askHandOver(actor, id, input.staffId) };
  }

  private async shown(actor: Actor, id: string, response: Response): Promise<CaseView> {
    const view = await this.find.one(actor, id);
    response.setHeader('ETag', `"${view.version}"`);
    return view;
  }
}
