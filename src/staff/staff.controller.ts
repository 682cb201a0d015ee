import { Body, Controller, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { Access, By } from '../access/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { AdministerStaff } from './administer-staff.js';
import { ChangeRoleInput, NewStaffInput } from './staff.input.js';
import type { StaffLinkView, StaffView } from './staff.view.js';

/** Accounts. Nobody but their owner ever sees or sets a password: an administrator hands over a single-use link. */
@ApiTags('staff')
@Controller('api/v1/staff')
export class StaffController {
  constructor(private readonly staff: AdministerStaff) {}

  @Get()
  @Access('staff.manage')
  list(@By() actor: Actor): Promise<StaffView[]> {
    return this.staff.list(actor);
  }

  @Post()
  @Access('staff.manage', { confirm: true })
  async create(@By() actor: Actor, @Body() input: NewStaffInput, @Res({ passthrough: true }) response: Response): Promise<StaffLinkView> {
    const made = await this.staff.create(actor, input);
    response.setHeader('Location', `/api/v1/staff/${made.id}`);
    return made;
  }

  @Get(':id')
  @Access('staff.manage')
  one(@By() actor: Actor, @Param('id') id: string): Promise<StaffView> {
    return this.staff.one(actor, id);
  }

  /** A fresh link; earlier ones and every session of the account end. */
  @Post(':id/invitations')
  @Access('staff.manage', { confirm: true })
  invite(@By() actor: Actor, @Param('id') id: string): Promise<StaffLinkView> {
    return this.staff.invite(actor, id);
  }

  @Post(':id/disable')
  @HttpCode(200)
  @Access('staff.manage', { confirm: true })
  async disable(@By() actor: Actor, @Param('id') id: string): Promise<StaffView> {
    await this.staff.disable(actor, id);
    return this.staff.one(actor, id);
  }

  @Post(':id/enable')
  @HttpCode(200)
  @Access('staff.manage', { confirm: true })
  async enable(@By() actor: Actor, @Param('id') id: string): Promise<StaffView> {
    await this.staff.enable(actor, id);
    return this.staff.one(actor, id);
  }

  @Post(':id/role')
  @HttpCode(200)
  @Access('staff.manage', { confirm: true })
  async changeRole(@By() actor: Actor, @Param('id') id: string, @Body() input: ChangeRoleInput): Promise<StaffView> {
    await this.staff.changeRole(actor, id, input.role);
    return this.staff.one(actor, id);
  }
}
