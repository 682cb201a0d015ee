import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { Access, By } from '../access/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { Problem } from '../kernel/errors/public.js';
import type { PageOf } from '../kernel/http/public.js';
import { isAbout, type ConsentAbout } from './consent-subject.js';
import { DisclosureListInput, RecordConsentInput, WithdrawConsentInput } from './consent.input.js';
import type { ConsentsView, DisclosureView, ExpiringView } from './consent.view.js';
import { FindConsents } from './find-consents.js';
import { RecordConsent } from './record-consent.js';
import { WithdrawConsent } from './withdraw-consent.js';

/** Consent of individuals and sources: `:about` is `individual` or `source`. */
@ApiTags('consents')
@Controller('api/v1')
export class ConsentsController {
  constructor(
    private readonly find: FindConsents,
    private readonly recordConsent: RecordConsent,
    private readonly withdrawConsent: WithdrawConsent,
  ) {}

  /** What runs out within sixty days. */
  @Get('consents/expiring')
  @Access('consent.read')
  expiring(@By() actor: Actor): Promise<ExpiringView[]> {
    return this.find.expiring(actor);
  }

  /** Where data went: of everybody in reach, or of one with `about` and `id`. */
  @Get('disclosures')
  @Access('disclosure.read')
  disclosures(@By() actor: Actor, @Query() input: DisclosureListInput): Promise<PageOf<DisclosureView>> {
    return this.find.disclosures(actor, input);
  }

  @Get('consents/:about/:id')
  @Access('consent.read')
  one(@By() actor: Actor, @Param('about') about: string, @Param('id') id: string): Promise<ConsentsView> {
    return this.find.of(actor, aboutOf(about), id);
  }

  @Post('consents/:about/:id')
  @Access('consent.record')
  async record(
    @By() actor: Actor,
    @Param('about') about: string,
    @Param('id') id: string,
    @Body() input: RecordConsentInput,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ConsentsView> {
    await this.recordConsent.run(actor, aboutOf(about), id, input);
    response.setHeader('Location', `/api/v1/consents/${about}/${id}`);
    return this.find.of(actor, aboutOf(about), id);
  }

  /** Answers how it stands now, and how many places have to be asked to delete what they have. */
  @Post('consents/:about/:id/withdrawals')
  @Access('consent.record')
  async withdraw(
    @By() actor: Actor,
    @Param('about') about: string,
    @Param('id') id: string,
    @Body() input: WithdrawConsentInput,
  ): Promise<ConsentsView & { gone: number }> {
    const { gone } = await this.withdrawConsent.run(actor, aboutOf(about), id, input);
    return { ...(await this.find.of(actor, aboutOf(about), id)), gone };
  }
}

export function aboutOf(text: string): ConsentAbout {
  if (isAbout(text)) return text;
  throw Problem.notFound();
}
