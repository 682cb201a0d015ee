import { Body, Controller, Get, HttpCode, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, By } from '../access/public.js';
import type { Actor } from '../kernel/actor/public.js';
import type { ProposedView, RoleView } from './approval.view.js';
import { ChangeRoles } from './change-roles.js';
import { RoleRightsInput } from './role.input.js';

/** What each role may do, read and write. */
@ApiTags('roles')
@Controller('api/v1/roles')
export class RolesController {
  constructor(private readonly roles: ChangeRoles) {}

  @Get()
  @Access('staff.manage')
  list(): Promise<RoleView[]> {
    return this.roles.list();
  }

  @Put(':role')
  @HttpCode(200)
  @Access('staff.manage', { confirm: true })
  async change(@By() actor: Actor, @Param('role') role: string, @Body() input: RoleRightsInput): Promise<ProposedView> {
    return { id: await this.roles.change(actor, role, input) };
  }
}
