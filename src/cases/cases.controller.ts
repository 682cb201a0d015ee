import { Body, Controller, Get, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { Access, By, IfMatch, seenFields } from '../access/public.js';
import type { Actor } from '../kernel/actor/public.js';
import type { PageOf } from '../kernel/http/public.js';
import { CaseListInput, OpenCaseInput, ReviseCaseInput } from './case.input.js';
import { caseKind } from './case.kind.js';
import type { CaseRowView, CaseView } from './case.view.js';
import { FindCases } from './find-cases.js';
import { OpenCase } from './open-case.js';
import { ReviseCase } from './revise-case.js';

@ApiTags('cases')
@Controller('api/v1/cases')
export class CasesController {
  constructor(
    private readonly find: FindCases,
    private readonly openCase: OpenCase,
    private readonly reviseCase: ReviseCase,
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
    await this.reviseCase.run(actor, id, version, input);
    return this.shown(actor, id, response);
  }

  @Get(':id/versions')
  @Access('case.read')
  async versions(@By() actor: Actor, @Param('id') id: string): Promise<object[]> {
    const versions = await this.find.history(actor, id);
    return versions.map(({ fields, ...version }) => {
      const { circleId: _circle, ...seen } = seenFields(actor, caseKind, fields);
      return { ...version, fields: seen };
    });
  }

  private async shown(actor: Actor, id: string, response: Response): Promise<CaseView> {
    const view = await this.find.one(actor, id);
    response.setHeader('ETag', `"${view.version}"`);
    return view;
  }
}
