import { Body, Controller, Get, Header, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { Open, type Signed } from '../../../access/public.js';
import { systemActor } from '../../../kernel/actor/public.js';
import { Problem } from '../../../kernel/errors/public.js';
import { Passwords } from '../../../staff/public.js';
import type { FormBody } from '../../forms/public.js';
import { languageOf } from '../../http/language.js';
import { renderPage, type Fault } from '../../parts/public.js';
import { SpentLinkPage, WelcomePage } from './sign-in.page.js';

@ApiExcludeController()
@Controller('welcome')
export class WelcomePageController {
  constructor(private readonly passwords: Passwords) {}

  @Get(':secret')
  @Open('whoever holds the single-use link sets the password of its account')
  @Header('Content-Type', 'text/html; charset=utf-8')
  async show(@Param('secret') secret: string, @Req() request: Signed, @Res() response: Response): Promise<void> {
    const language = languageOf(request);
    const holds = await this.passwords.linkHolds(secret);
    response.status(holds ? 200 : 410).send(renderPage(holds ? <WelcomePage language={language} secret={secret} /> : <SpentLinkPage language={language} />));
  }

  @Post(':secret')
  @Open('whoever holds the single-use link sets the password of its account')
  async set(@Param('secret') secret: string, @Body() form: FormBody, @Req() request: Signed, @Res() response: Response): Promise<void> {
    const language = languageOf(request);
    try {
      const password = typeof form.password === 'string' ? form.password : '';
      if (password !== form.again) throw Problem.invalid([{ field: 'again', code: 'password.not_the_same' }]);
      await this.passwords.set(systemActor('set-up link'), secret, password);
      response.redirect(303, '/sign-in?set=yes');
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      const page = error.code === 'staff.link_spent' ? <SpentLinkPage language={language} /> : <WelcomePage language={language} secret={secret} faults={faultsOf(error)} />;
      response.status(error.status).type('html').send(renderPage(page));
    }
  }
}

const faultsOf = (error: Problem): readonly Fault[] =>
  error.detail.fields ?? [{ field: 'password', code: error.code, ...(error.detail.params ? { params: error.detail.params } : {}) }];
