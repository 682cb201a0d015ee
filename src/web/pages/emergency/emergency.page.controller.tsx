import { Body, Controller, Get, Header, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { Access, By, type Signed } from '../../../access/public.js';
import { Emergencies, EnterInput } from '../../../emergency/public.js';
import type { Actor } from '../../../kernel/actor/public.js';
import { Problem } from '../../../kernel/errors/public.js';
import { SETTINGS } from '../../../kernel/kernel.module.js';
import type { Settings } from '../../../kernel/settings/public.js';
import { Accounts } from '../../../staff/public.js';
import { faultsShown, readForm, textOf, type FormBody } from '../../forms/public.js';
import { renderPage, viewerOf, type Fault } from '../../parts/public.js';
import { EmergencyPage } from './emergency.page.js';

const paths: Readonly<Record<string, string>> = { individual: '/individuals', detention: '/detentions', case: '/cases', incident: '/incidents' };

@ApiExcludeController()
@Controller('emergency')
export class EmergencyPageController {
  constructor(
    private readonly emergencies: Emergencies,
    private readonly accounts: Accounts,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Get()
  @Access('emergency.enter', { confirm: true })
  @Header('Content-Type', 'text/html; charset=utf-8')
  async show(@By() actor: Actor, @Req() request: Signed): Promise<string> {
    return this.page(actor, request, {}, []);
  }

  @Post()
  @Access('emergency.enter', { confirm: true })
  async enter(@By() actor: Actor, @Req() request: Signed, @Body() form: FormBody, @Res() response: Response): Promise<void> {
    try {
      const { kind, recordId } = await this.emergencies.enter(actor, readForm(EnterInput, { reference: textOf(form, 'reference') ?? '', reason: textOf(form, 'reason') ?? '' }));
      response.redirect(303, `${paths[kind] ?? ''}/${recordId}`);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      const faults = error.status === 404 ? [{ field: 'reference', code: 'not_found' }] : faultsShown(error);
      response.status(error.status).type('html').send(await this.page(actor, request, form, faults));
    }
  }

  @Post(':id/answer')
  @Access('emergency.enter', { confirm: true })
  async answer(@By() actor: Actor, @Param('id') id: string, @Body() form: FormBody, @Res() response: Response): Promise<void> {
    await this.emergencies.answer(actor, id, textOf(form, 'answer') === 'justified');
    response.redirect(303, '/emergency');
  }

  private async page(actor: Actor, request: Signed, values: FormBody, faults: readonly Fault[]): Promise<string> {
    const { waiting, own } = await this.emergencies.list(actor);
    const names = await this.accounts.namesOf([...waiting, ...own].flatMap(({ staffId, ownerId, answeredBy }) => [staffId, ownerId, answeredBy ?? '']).filter((id) => id.length === 36));
    return renderPage(<EmergencyPage viewer={viewerOf(request)} waiting={waiting} own={own} names={names} zone={this.settings.zone} values={values} faults={faults} />);
  }
}
