import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, By } from '../access/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { NewTeamInput, TeamInput } from './staff.input.js';
import type { TeamView } from './staff.view.js';
import { Teams } from './teams.js';

/** Offices and partner organisations on one installation. */
@ApiTags('teams')
@Controller('api/v1/teams')
export class TeamsController {
  constructor(private readonly teams: Teams) {}

  @Get()
  @Access('staff.manage')
  list(@By() actor: Actor): Promise<TeamView[]> {
    return this.teams.list(actor);
  }

  @Post()
  @Access('staff.manage', { confirm: true })
  async create(@By() actor: Actor, @Body() input: NewTeamInput): Promise<TeamView> {
    return this.teams.one(actor, await this.teams.create(actor, input.name));
  }

  @Put(':id')
  @HttpCode(200)
  @Access('staff.manage', { confirm: true })
  async change(@By() actor: Actor, @Param('id') id: string, @Body() input: TeamInput): Promise<TeamView> {
    await this.teams.change(actor, id, input.name, input.contactId ?? null);
    return this.teams.one(actor, id);
  }
}
