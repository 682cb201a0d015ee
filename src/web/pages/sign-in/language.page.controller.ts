import { Body, Controller, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { Open, type Signed } from '../../../access/public.js';
import { SETTINGS } from '../../../kernel/kernel.module.js';
import type { Settings } from '../../../kernel/settings/public.js';
import { Accounts, LanguageInput, setLanguageCookie } from '../../../staff/public.js';
import { readForm, textOf, type FormBody } from '../../forms/public.js';

@ApiExcludeController()
@Controller('language')
export class LanguagePageController {
  constructor(
    private readonly accounts: Accounts,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Kept with the account, and in a cookie so that the sign-in page is in the same language next time. */
  @Post()
  @Open('a choice of words: before sign-in it is kept in a cookie')
  async choose(@Body() form: FormBody, @Req() request: Signed, @Res() response: Response): Promise<void> {
    const { language } = readForm(LanguageInput, { language: textOf(form, 'language') });
    if (request.actor && request.actor.language !== language) await this.accounts.changeLanguage(request.actor, language);
    setLanguageCookie(response, this.settings, language);
    response.redirect(303, ownPath(textOf(form, 'back')));
  }
}

/** Only a path of this site: a form must not send anybody elsewhere. */
export function ownPath(back: string | undefined): string {
  return back && /^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(back) ? back : '/';
}
