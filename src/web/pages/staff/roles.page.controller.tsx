import { Body, Controller, Get, Header, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { Access, By, type Signed, type StaffRole } from '../../../access/public.js';
import { ChangeRoles, RoleRightsInput, type RoleView } from '../../../approvals/public.js';
import type { Actor } from '../../../kernel/actor/public.js';
import { Problem } from '../../../kernel/errors/public.js';
import { isKeeper } from '../../../staff/public.js';
import { faultsShown, readForm, textOf, textsOf, type FormBody } from '../../forms/public.js';
import { renderPage, viewerOf } from '../../parts/public.js';
import { RoleFormPage, RoleListPage } from './roles.page.js';

const HTML = 'text/html; charset=utf-8';

/** What each role may do, read and write. */
@ApiExcludeController()
@Controller('roles')
export class RolesPageController {
  constructor(private readonly roles: ChangeRoles) {}

  @Get()
  @Access('staff.manage')
  @Header('Content-Type', HTML)
  async list(@By() actor: Actor, @Req() request: Signed): Promise<string> {
    return renderPage(<RoleListPage viewer={viewerOf(request)} roles={await this.roles.list()} mayChange={isKeeper(actor)} />);
  }

  @Get(':role')
  @Access('staff.manage', { confirm: true })
  @Header('Content-Type', HTML)
  async form(@Req() request: Signed, @Param('role') role: string): Promise<string> {
    const now = await this.editable(role);
    const values = { permissions: now.permissions, reads: now.reads, writes: now.writes };
    return renderPage(<RoleFormPage viewer={viewerOf(request)} role={now.role as StaffRole} values={values} />);
  }

  /** What is taken away is gone at once; what is given waits among the approvals. */
  @Post(':role')
  @Access('staff.manage', { confirm: true })
  async change(@By() actor: Actor, @Req() request: Signed, @Param('role') role: string, @Body() form: FormBody, @Res() response: Response): Promise<void> {
    const now = await this.editable(role);
    try {
      const said = { permissions: textsOf(form, 'permissions'), reads: textsOf(form, 'reads'), writes: textsOf(form, 'writes'), reason: textOf(form, 'reason') ?? '' };
      const proposed = await this.roles.change(actor, role, readForm(RoleRightsInput, said));
      response.redirect(303, proposed ? '/approvals' : '/roles');
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      const page = <RoleFormPage viewer={viewerOf(request)} role={now.role as StaffRole} values={form} faults={faultsShown(error)} />;
      response.status(error.status).type('html').send(renderPage(page));
    }
  }

  private async editable(name: string): Promise<RoleView> {
    const role = await this.roles.one(name);
    if (!role.editable) throw Problem.notFound();
    return role;
  }
}
