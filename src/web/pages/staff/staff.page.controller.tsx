import { Body, Controller, Get, Header, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { Access, By, type Signed } from '../../../access/public.js';
import type { Actor } from '../../../kernel/actor/public.js';
import { Problem } from '../../../kernel/errors/public.js';
import { SETTINGS } from '../../../kernel/kernel.module.js';
import type { Settings } from '../../../kernel/settings/public.js';
import { ReasonInput, StaffApprovals } from '../../../approvals/public.js';
import { AdministerStaff, ApiTokens, ChangeRoleInput, NewStaffInput, Teams } from '../../../staff/public.js';
import { readForm, textOf, type FormBody } from '../../forms/public.js';
import { renderPage, viewerOf, type Fault } from '../../parts/public.js';
import { BlastRadius } from './blast-radius.js';
import { CutOffPage } from './cut-off.page.js';
import { StaffFormPage, StaffLinkPage } from './staff-form.page.js';
import { StaffListPage } from './staff-list.page.js';
import { StaffMemberPage } from './staff-member.page.js';

const HTML = 'text/html; charset=utf-8';

@ApiExcludeController()
@Controller('staff')
export class StaffPageController {
  constructor(
    private readonly staff: AdministerStaff,
    private readonly proposals: StaffApprovals,
    private readonly radius: BlastRadius,
    private readonly tokens: ApiTokens,
    private readonly teams: Teams,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Get()
  @Access('staff.manage')
  @Header('Content-Type', HTML)
  async list(@By() actor: Actor, @Req() request: Signed): Promise<string> {
    const [staff, teams] = await Promise.all([this.staff.list(actor), this.teams.list(actor)]);
    return renderPage(<StaffListPage viewer={viewerOf(request)} staff={staff} teams={teams} zone={this.settings.zone} />);
  }

  @Get('new')
  @Access('staff.manage', { confirm: true })
  @Header('Content-Type', HTML)
  async blank(@By() actor: Actor, @Req() request: Signed): Promise<string> {
    return renderPage(<StaffFormPage viewer={viewerOf(request)} teams={await this.teams.list(actor)} values={{ language: actor.language, teamId: actor.teamId }} />);
  }

  @Post('new')
  @Access('staff.manage', { confirm: true })
  async create(@By() actor: Actor, @Req() request: Signed, @Body() form: FormBody, @Res() response: Response): Promise<void> {
    try {
      const said = Object.fromEntries(['name', 'signInName', 'role', 'language', 'lastDay', 'teamId'].map((name) => [name, textOf(form, name)]));
      const input = readForm(NewStaffInput, { ...said, service: form.service === 'yes' });
      const { id, link } = await this.staff.create(actor, input);
      response.status(201).type('html').send(renderPage(<StaffLinkPage viewer={viewerOf(request)} id={id} name={input.name} link={link} />));
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      const page = <StaffFormPage viewer={viewerOf(request)} teams={await this.teams.list(actor)} values={form} faults={faultsIn(error, 'signInName')} />;
      response.status(error.status).type('html').send(renderPage(page));
    }
  }

  @Get(':id')
  @Access('staff.manage')
  @Header('Content-Type', HTML)
  one(@By() actor: Actor, @Req() request: Signed, @Param('id') id: string): Promise<string> {
    return this.member(actor, request, id);
  }

  /** Shown in the answer to the POST itself: a redirect would have to carry or keep the secret. */
  @Post(':id/invite')
  @Access('staff.manage', { confirm: true })
  async invite(@By() actor: Actor, @Req() request: Signed, @Param('id') id: string, @Res() response: Response): Promise<void> {
    const { link } = await this.staff.invite(actor, id);
    const { name } = await this.staff.one(actor, id);
    response.status(201).type('html').send(renderPage(<StaffLinkPage viewer={viewerOf(request)} id={id} name={name} link={link} />));
  }

  /** What takes two administrators: a new link for an account in use, and another administrator. */
  @Post(':id/propose')
  @Access('staff.manage', { confirm: true })
  propose(@By() actor: Actor, @Req() request: Signed, @Param('id') id: string, @Body() form: FormBody, @Res() response: Response): Promise<void> {
    return this.act(actor, request, response, id, async () => {
      const { reason } = readForm(ReasonInput, { reason: textOf(form, 'reason') ?? '' });
      if (form.what === 'role.administrator') await this.proposals.makeAdministrator(actor, id, reason);
      else await this.proposals.askToReset(actor, id, reason);
    });
  }

  @Get(':id/cut-off')
  @Access('staff.manage', { confirm: true })
  @Header('Content-Type', HTML)
  async cutOffForm(@By() actor: Actor, @Req() request: Signed, @Param('id') id: string): Promise<string> {
    const member = await this.staff.one(actor, id);
    return renderPage(<CutOffPage viewer={viewerOf(request)} member={member} radius={await this.radius.of(id)} />);
  }

  @Post(':id/cut-off')
  @Access('staff.manage', { confirm: true })
  cutOff(@By() actor: Actor, @Req() request: Signed, @Param('id') id: string, @Res() response: Response): Promise<void> {
    return this.act(actor, request, response, id, () => this.staff.cutOff(actor, id));
  }

  @Post(':id/disable')
  @Access('staff.manage', { confirm: true })
  disable(@By() actor: Actor, @Req() request: Signed, @Param('id') id: string, @Res() response: Response): Promise<void> {
    return this.act(actor, request, response, id, () => this.staff.disable(actor, id));
  }

  @Post(':id/enable')
  @Access('staff.manage', { confirm: true })
  enable(@By() actor: Actor, @Req() request: Signed, @Param('id') id: string, @Res() response: Response): Promise<void> {
    return this.act(actor, request, response, id, () => this.staff.enable(actor, id));
  }

  @Post(':id/role')
  @Access('staff.manage', { confirm: true })
  changeRole(
    @By() actor: Actor,
    @Req() request: Signed,
    @Param('id') id: string,
    @Body() form: FormBody,
    @Res() response: Response,
  ): Promise<void> {
    return this.act(actor, request, response, id, () =>
      this.staff.changeRole(actor, id, readForm(ChangeRoleInput, { role: textOf(form, 'role') }).role),
    );
  }

  private async act(actor: Actor, request: Signed, response: Response, id: string, step: () => Promise<void>): Promise<void> {
    try {
      await step();
      response.redirect(303, `/staff/${id}`);
    } catch (error) {
      if (!(error instanceof Problem) || error.status === 404) throw error;
      response.status(error.status).type('html').send(await this.member(actor, request, id, [{ field: '', code: error.code }]));
    }
  }

  private async member(actor: Actor, request: Signed, id: string, faults: readonly Fault[] = []): Promise<string> {
    const member = await this.staff.one(actor, id);
    const tokens = await this.tokens.of(id);
    const page = <StaffMemberPage viewer={viewerOf(request)} member={member} tokens={tokens} zone={this.settings.zone} isOwn={id === actor.id} faults={faults} />;
    return renderPage(page);
  }
}

const faultsIn = (error: Problem, field: string): readonly Fault[] => error.detail.fields ?? [{ field, code: error.code }];
