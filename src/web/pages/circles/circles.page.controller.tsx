import { Body, Controller, Get, Header, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { Access, By, type Signed } from '../../../access/public.js';
import { FindCircles, KeepCircle, LetInInput, OpenCircleInput, PutInInput, SealCircle, SealInput } from '../../../circles/public.js';
import type { Actor } from '../../../kernel/actor/public.js';
import { Problem } from '../../../kernel/errors/public.js';
import { SETTINGS } from '../../../kernel/kernel.module.js';
import type { Settings } from '../../../kernel/settings/public.js';
import { Accounts } from '../../../staff/public.js';
import { faultsShown, readForm, textOf, type FormBody } from '../../forms/public.js';
import { newFormKey, renderPage, viewerOf, type Fault } from '../../parts/public.js';
import { CircleListPage } from './circle-list.page.js';
import { CirclePage, SealPage } from './circle.page.js';

const HTML = 'text/html; charset=utf-8';

interface Refused {
  readonly form: string;
  readonly values: FormBody;
  readonly faults: readonly Fault[];
}

@ApiExcludeController()
@Controller()
export class CirclesPageController {
  constructor(
    private readonly find: FindCircles,
    private readonly keep: KeepCircle,
    private readonly sealing: SealCircle,
    private readonly accounts: Accounts,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Get('circles')
  @Access('circle.use')
  @Header('Content-Type', HTML)
  async list(@By() actor: Actor, @Req() request: Signed): Promise<string> {
    const props = { viewer: viewerOf(request), circles: await this.find.list(actor), zone: this.settings.zone };
    return renderPage(<CircleListPage {...props} onceKey={newFormKey()} />);
  }

  @Post('circles')
  @Access('circle.use')
  async open(@By() actor: Actor, @Req() request: Signed, @Body() form: FormBody, @Res() response: Response): Promise<void> {
    try {
      const { name } = readForm(OpenCircleInput, { name: textOf(form, 'name') ?? '' });
      response.redirect(303, `/circles/${await this.keep.open(actor, name)}`);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      const props = { viewer: viewerOf(request), circles: await this.find.list(actor), zone: this.settings.zone, values: form, faults: faultsShown(error) };
      response.status(error.status).type('html').send(renderPage(<CircleListPage {...props} onceKey={textOf(form, '_key') ?? newFormKey()} />));
    }
  }

  @Post('incidents/:id/circle')
  @Access('circle.use')
  async openForIncident(@By() actor: Actor, @Param('id') id: string, @Res() response: Response): Promise<void> {
    response.redirect(303, `/circles/${await this.keep.openForIncident(actor, id)}`);
  }

  @Get('circles/:id')
  @Access('circle.use')
  @Header('Content-Type', HTML)
  one(@By() actor: Actor, @Req() request: Signed, @Param('id') id: string): Promise<string> {
    return this.page(actor, request, id);
  }

  @Post('circles/:id/members')
  @Access('circle.use')
  letIn(@By() actor: Actor, @Req() request: Signed, @Param('id') id: string, @Body() form: FormBody, @Res() response: Response): Promise<void> {
    const said = { staffId: textOf(form, 'staffId') ?? '', lastDay: textOf(form, 'lastDay') };
    return this.acted(actor, request, response, id, 'members', form, () => this.keep.letIn(actor, id, readForm(LetInInput, said)));
  }

  @Post('circles/:id/members/:staffId/remove')
  @Access('circle.use')
  async takeOut(@By() actor: Actor, @Req() request: Signed, @Param('id') id: string, @Param('staffId') staffId: string, @Res() response: Response): Promise<void> {
    if (staffId === actor.id) {
      await this.keep.takeOut(actor, id, staffId);
      return response.redirect(303, '/circles');
    }
    return this.acted(actor, request, response, id, 'leave', {}, () => this.keep.takeOut(actor, id, staffId));
  }

  @Post('circles/:id/records')
  @Access('circle.use')
  putIn(@By() actor: Actor, @Req() request: Signed, @Param('id') id: string, @Body() form: FormBody, @Res() response: Response): Promise<void> {
    return this.acted(actor, request, response, id, 'records', form, () =>
      this.keep.putIn(actor, id, readForm(PutInInput, { reference: textOf(form, 'reference') ?? '' }).reference),
    );
  }

  @Post('circles/:id/records/:kind/:recordId/remove')
  @Access('circle.use')
  letGo(
    @By() actor: Actor,
    @Req() request: Signed,
    @Param('id') id: string,
    @Param('kind') kind: string,
    @Param('recordId') recordId: string,
    @Res() response: Response,
  ): Promise<void> {
    return this.acted(actor, request, response, id, 'leave', {}, () => this.keep.letGo(actor, id, kind, recordId));
  }

  @Get('circles/:id/seal')
  @Access('circle.use', { confirm: true })
  @Header('Content-Type', HTML)
  async sealForm(@By() actor: Actor, @Req() request: Signed, @Param('id') id: string): Promise<string> {
    return renderPage(<SealPage viewer={viewerOf(request)} circle={await this.find.one(actor, id)} />);
  }

  @Post('circles/:id/seal')
  @Access('circle.use', { confirm: true })
  async seal(@By() actor: Actor, @Req() request: Signed, @Param('id') id: string, @Body() form: FormBody, @Res() response: Response): Promise<void> {
    try {
      const { what, reason } = readForm(SealInput, { what: textOf(form, 'what'), reason: textOf(form, 'reason') ?? '' });
      await this.sealing.propose(actor, id, what, reason);
      response.redirect(303, '/approvals');
    } catch (error) {
      if (!(error instanceof Problem) || error.status === 404) throw error;
      const page = <SealPage viewer={viewerOf(request)} circle={await this.find.one(actor, id)} values={form} faults={faultsShown(error)} />;
      response.status(error.status).type('html').send(renderPage(page));
    }
  }

  private async acted(actor: Actor, request: Signed, response: Response, id: string, form: string, values: FormBody, act: () => Promise<void>): Promise<void> {
    try {
      await act();
      response.redirect(303, `/circles/${id}`);
    } catch (error) {
      if (!(error instanceof Problem) || error.status === 404) throw error;
      response.status(error.status).type('html').send(await this.page(actor, request, id, { form, values, faults: faultsShown(error) }));
    }
  }

  private async page(actor: Actor, request: Signed, id: string, refused: Partial<Refused> = {}): Promise<string> {
    const circle = await this.find.one(actor, id);
    const inside = new Set(circle.members.filter(({ until }) => until === null).map(({ staffId }) => staffId));
    const others = (await this.accounts.assignable(actor.teamId)).filter((one) => !inside.has(one.id));
    const outside = others.map(({ id: value, name: label }) => ({ value, label }));
    return renderPage(<CirclePage viewer={viewerOf(request)} circle={circle} outside={outside} ownId={actor.id} zone={this.settings.zone} {...refused} />);
  }
}
