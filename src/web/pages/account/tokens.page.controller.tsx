import { Body, Controller, Get, Header, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { Access, By, type Signed, type StaffRole } from '../../../access/public.js';
import type { Actor } from '../../../kernel/actor/public.js';
import { Problem } from '../../../kernel/errors/public.js';
import { Accounts, ApiTokens, NewTokenInput } from '../../../staff/public.js';
import { faultsShown, readForm, textOf, textsOf, type FormBody } from '../../forms/public.js';
import { renderPage, viewerOf } from '../../parts/public.js';
import { TokenFormPage, TokenSecretPage } from './token-pages.js';

/** Tokens for programs: one's own under /account, those of a service account under /staff. */
@ApiExcludeController()
@Controller()
export class TokensPageController {
  constructor(
    private readonly accounts: Accounts,
    private readonly tokens: ApiTokens,
  ) {}

  @Get('account/tokens/new')
  @Access('own.use', { confirm: true })
  @Header('Content-Type', 'text/html; charset=utf-8')
  async blank(@By() actor: Actor, @Req() request: Signed): Promise<string> {
    const offered = await this.tokens.offered(actor.role as StaffRole);
    return renderPage(<TokenFormPage viewer={viewerOf(request)} action="/account/tokens/new" offered={offered} />);
  }

  @Post('account/tokens/new')
  @Access('own.use', { confirm: true })
  make(@By() actor: Actor, @Req() request: Signed, @Body() form: FormBody, @Res() response: Response): Promise<void> {
    return this.made(actor, actor.id, actor.role as StaffRole, '/account', request, response, form);
  }

  @Post('account/tokens/:id/revoke')
  @Access('own.use')
  async revoke(@By() actor: Actor, @Param('id') id: string, @Res() response: Response): Promise<void> {
    await this.tokens.revoke(actor, actor.id, id);
    response.redirect(303, '/account?done=token_revoked');
  }

  @Get('staff/:id/tokens/new')
  @Access('staff.manage', { confirm: true })
  @Header('Content-Type', 'text/html; charset=utf-8')
  async blankFor(@By() actor: Actor, @Req() request: Signed, @Param('id') id: string): Promise<string> {
    const { role } = await this.service(actor, id);
    return renderPage(<TokenFormPage viewer={viewerOf(request)} action={`/staff/${id}/tokens/new`} offered={await this.tokens.offered(role)} />);
  }

  @Post('staff/:id/tokens/new')
  @Access('staff.manage', { confirm: true })
  async makeFor(@By() actor: Actor, @Req() request: Signed, @Param('id') id: string, @Body() form: FormBody, @Res() response: Response): Promise<void> {
    const { role } = await this.service(actor, id);
    return this.made(actor, id, role, `/staff/${id}`, request, response, form);
  }

  @Post('staff/:id/tokens/:token/revoke')
  @Access('staff.manage')
  async revokeOf(@By() actor: Actor, @Param('id') id: string, @Param('token') token: string, @Res() response: Response): Promise<void> {
    await this.accounts.managed(actor, id);
    await this.tokens.revoke(actor, id, token);
    response.redirect(303, `/staff/${id}`);
  }

  /** Only accounts for programs get tokens from an administrator: with one of a person's it could act as them. */
  private async service(actor: Actor, id: string): Promise<{ role: StaffRole }> {
    const member = await this.accounts.managed(actor, id);
    if (!member.service) throw new Problem('token.own_only', { status: 403 });
    return member;
  }

  private async made(actor: Actor, staffId: string, role: StaffRole, back: string, request: Signed, response: Response, form: FormBody): Promise<void> {
    try {
      const said = { label: textOf(form, 'label') ?? '', permissions: textsOf(form, 'permissions'), days: Number(textOf(form, 'days') ?? '90') };
      const secret = await this.tokens.make(actor, staffId, readForm(NewTokenInput, said));
      response.status(201).type('html').send(renderPage(<TokenSecretPage viewer={viewerOf(request)} secret={secret} back={back} />));
    } catch (error) {
      if (!(error instanceof Problem) || error.status === 404) throw error;
      const page = <TokenFormPage viewer={viewerOf(request)} action={request.path} offered={await this.tokens.offered(role)} values={form} faults={faultsShown(error)} />;
      response.status(error.status).type('html').send(renderPage(page));
    }
  }
}
