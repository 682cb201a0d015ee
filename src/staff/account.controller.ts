import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, By } from '../access/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { ApiTokens } from './api-tokens.js';
import { Factors } from './factors.js';
import { Notices } from './notices.js';
import { NewPasswordInput, NewTokenInput } from './staff.input.js';
import { Passwords } from './passwords.js';
import type { FactorView, NoticeView, TokenSecretView, TokenView } from './staff.view.js';

/** One's own account: second factors, tokens for programs, what one has to be told. */
@ApiTags('account')
@Controller('api/v1/account')
export class AccountController {
  constructor(
    private readonly passwords: Passwords,
    private readonly factors: Factors,
    private readonly tokens: ApiTokens,
    private readonly notices: Notices,
  ) {}

  @Post('password')
  @HttpCode(204)
  @Access('own.use', { confirm: true })
  password(@By() actor: Actor, @Body() input: NewPasswordInput): Promise<void> {
    return this.passwords.change(actor, input.present, input.fresh);
  }

  @Get('factors')
  @Access('own.use')
  ownFactors(@By() actor: Actor): Promise<FactorView[]> {
    return this.factors.own(actor);
  }

  @Delete('factors/:id')
  @HttpCode(204)
  @Access('own.use', { confirm: true })
  revokeFactor(@By() actor: Actor, @Param('id') id: string): Promise<void> {
    return this.factors.revoke(actor, id);
  }

  @Get('tokens')
  @Access('own.use')
  async ownTokens(@By() actor: Actor): Promise<TokenView[]> {
    return (await this.tokens.of(actor.id)).map((token) => ({ ...token, permissions: [...token.permissions] }));
  }

  /** The secret: in this one answer and nowhere else. */
  @Post('tokens')
  @Access('own.use', { confirm: true })
  async makeToken(@By() actor: Actor, @Body() input: NewTokenInput): Promise<TokenSecretView> {
    return { secret: await this.tokens.make(actor, actor.id, input) };
  }

  @Delete('tokens/:id')
  @HttpCode(204)
  @Access('own.use')
  revokeToken(@By() actor: Actor, @Param('id') id: string): Promise<void> {
    return this.tokens.revoke(actor, actor.id, id);
  }

  @Get('notices')
  @Access('own.use')
  own(@By() actor: Actor): Promise<NoticeView[]> {
    return this.notices.of(actor);
  }
}
