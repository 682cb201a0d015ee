import { Body, Controller, Get, Header, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { Access, By, type Signed } from '../../../access/public.js';
import type { Actor } from '../../../kernel/actor/public.js';
import { Problem } from '../../../kernel/errors/public.js';
import { Accounts, isKeeper, NewTeamInput, TeamInput, Teams } from '../../../staff/public.js';
import { faultsShown, readForm, textOf, type FormBody } from '../../forms/public.js';
import { renderPage, viewerOf, type Fault } from '../../parts/public.js';
import { TeamListPage, TeamPage } from './teams.page.js';

const HTML = 'text/html; charset=utf-8';

/** Offices and partner organisations that share the installation. */
@ApiExcludeController()
@Controller('teams')
export class TeamsPageController {
  constructor(
    private readonly teams: Teams,
    private readonly accounts: Accounts,
  ) {}

  @Get()
  @Access('staff.manage', { confirm: true })
  @Header('Content-Type', HTML)
  list(@By() actor: Actor, @Req() request: Signed): Promise<string> {
    return this.listed(actor, request);
  }

  @Post()
  @Access('staff.manage', { confirm: true })
  async create(@By() actor: Actor, @Req() request: Signed, @Body() form: FormBody, @Res() response: Response): Promise<void> {
    try {
      const { name } = readForm(NewTeamInput, { name: textOf(form, 'name') ?? '' });
      response.redirect(303, `/teams/${await this.teams.create(actor, name)}`);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      response.status(error.status).type('html').send(await this.listed(actor, request, form, faultsShown(error)));
    }
  }

  @Get(':id')
  @Access('staff.manage', { confirm: true })
  @Header('Content-Type', HTML)
  one(@By() actor: Actor, @Req() request: Signed, @Param('id') id: string): Promise<string> {
    return this.page(actor, request, id);
  }

  @Post(':id')
  @Access('staff.manage', { confirm: true })
  async change(@By() actor: Actor, @Req() request: Signed, @Param('id') id: string, @Body() form: FormBody, @Res() response: Response): Promise<void> {
    try {
      await this.teams.one(actor, id);
      const { name, contactId = null } = readForm(TeamInput, { name: textOf(form, 'name') ?? '', contactId: textOf(form, 'contactId') });
      await this.teams.change(actor, id, name, contactId);
      response.redirect(303, '/teams');
    } catch (error) {
      if (!(error instanceof Problem) || error.status === 404) throw error;
      response.status(error.status).type('html').send(await this.page(actor, request, id, form, faultsShown(error)));
    }
  }

  private async listed(actor: Actor, request: Signed, values: FormBody = {}, faults: readonly Fault[] = []): Promise<string> {
    const teams = await this.teams.list(actor);
    const names = await this.accounts.namesOf(teams.flatMap(({ contactId }) => contactId ?? []));
    return renderPage(<TeamListPage viewer={viewerOf(request)} teams={teams} names={names} mayAdd={isKeeper(actor)} values={values} faults={faults} />);
  }

  private async page(actor: Actor, request: Signed, id: string, values?: FormBody, faults: readonly Fault[] = []): Promise<string> {
    const team = await this.teams.one(actor, id);
    const contacts = (await this.accounts.assignable(id)).map(({ id: value, name: label }) => ({ value, label }));
    const shown = values ?? { name: team.name, contactId: team.contactId ?? '' };
    return renderPage(<TeamPage viewer={viewerOf(request)} team={team} contacts={contacts} values={shown} faults={faults} />);
  }
}
