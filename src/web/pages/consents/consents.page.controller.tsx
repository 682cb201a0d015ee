import { Body, Controller, Get, Header, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { Access, By, type Signed } from '../../../access/public.js';
import { aboutOf, DisclosureListInput, FindConsents, RecordConsent, RecordConsentInput, WithdrawConsent, WithdrawConsentInput, type DisclosureView } from '../../../consents/public.js';
import type { Actor } from '../../../kernel/actor/public.js';
import { Problem } from '../../../kernel/errors/public.js';
import { SETTINGS } from '../../../kernel/kernel.module.js';
import type { Settings } from '../../../kernel/settings/public.js';
import { Accounts } from '../../../staff/public.js';
import { faultsShown, readForm, textOf, type FormBody } from '../../forms/public.js';
import { newFormKey, renderPage, viewerOf, type Fault, type FormValues } from '../../parts/public.js';
import { languages } from '../../words/words.js';
import { askedFor } from '../asked-for.js';
import { PartnerChoices } from '../partner-choices.js';
import { decisionFrom, withdrawalFrom } from './consent-form.js';
import { ConsentFormPage } from './consent-form.page.js';
import { ConsentPage } from './consent.page.js';
import { DisclosuresPage, ExpiringPage } from './expiring.page.js';
import { SheetPage } from './sheet.page.js';
import { FindWhose, type Whose } from './whose.js';
import { WithdrawPage } from './withdraw.page.js';

const HTML = 'text/html; charset=utf-8';

/** Consent pages of individuals and sources: how it stands, one conversation, a withdrawal, and where data went. */
@ApiExcludeController()
@Controller()
export class ConsentsPageController {
  constructor(
    private readonly find: FindConsents,
    private readonly recordConsent: RecordConsent,
    private readonly withdrawConsent: WithdrawConsent,
    private readonly whose: FindWhose,
    private readonly accounts: Accounts,
    private readonly partners: PartnerChoices,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Get('consents')
  @Access('consent.read')
  @Header('Content-Type', HTML)
  async expiring(@By() actor: Actor, @Req() request: Signed): Promise<string> {
    return renderPage(<ExpiringPage viewer={viewerOf(request)} rows={await this.find.expiring(actor)} zone={this.settings.zone} />);
  }

  @Get('consents/sheet')
  @Access('consent.read')
  @Header('Content-Type', HTML)
  sheet(@Req() request: Signed, @Query('language') asked?: string): string {
    const viewer = viewerOf(request);
    return renderPage(<SheetPage viewer={viewer} language={languages.find((one) => one === asked) ?? viewer.language} />);
  }

  @Get('disclosures')
  @Access('disclosure.read')
  @Header('Content-Type', HTML)
  async disclosures(@By() actor: Actor, @Req() request: Signed): Promise<string> {
    const page = await this.find.disclosures(actor, askedFor(DisclosureListInput, request).input);
    const names = await this.accounts.namesOf(page.items.map(({ leftBy }) => leftBy));
    return renderPage(<DisclosuresPage viewer={viewerOf(request)} page={page} names={names} zone={this.settings.zone} />);
  }

  @Get('consents/:about/:id')
  @Access('consent.read')
  @Header('Content-Type', HTML)
  async one(@By() actor: Actor, @Req() request: Signed, @Param('about') about: string, @Param('id') id: string, @Query('withdrawn') withdrawn?: string): Promise<string> {
    const whose = await this.whose.of(actor, aboutOf(about), id);
    const [consents, gone] = await Promise.all([this.find.of(actor, whose.about, id), this.goneOf(actor, whose)]);
    const names = await this.namesOf(gone, consents.decisions.map(({ recordedBy }) => recordedBy));
    const partners = await this.partners.namesOf(actor, consents.decisions.flatMap(({ partnerIds }) => partnerIds ?? []));
    const told = /^\d{1,4}$/.test(withdrawn ?? '') ? Number(withdrawn) : null;
    return renderPage(<ConsentPage viewer={viewerOf(request)} whose={whose} consents={consents} gone={gone} partners={partners} names={names} zone={this.settings.zone} withdrawn={told} />);
  }

  @Get('consents/:about/:id/new')
  @Access('consent.record')
  @Header('Content-Type', HTML)
  async blank(@By() actor: Actor, @Req() request: Signed, @Param('about') about: string, @Param('id') id: string, @Query('speak') speak?: string): Promise<string> {
    const values = { way: 'in_person', givenBy: 'self', capacity: 'able', language: spoken(request, speak) };
    return renderPage(await this.form(actor, request, { about, id, speak, values }));
  }

  @Post('consents/:about/:id/new')
  @Access('consent.record')
  async record(
    @By() actor: Actor,
    @Req() request: Signed,
    @Param('about') about: string,
    @Param('id') id: string,
    @Body() form: FormBody,
    @Res() response: Response,
    @Query('speak') speak?: string,
  ): Promise<void> {
    try {
      await this.recordConsent.run(actor, aboutOf(about), id, readForm(RecordConsentInput, decisionFrom(form)));
      response.redirect(303, `/consents/${about}/${id}`);
    } catch (error) {
      if (!(error instanceof Problem) || error.status === 404) throw error;
      const again = { about, id, speak, values: form, faults: faultsShown(error), onceKey: textOf(form, '_key') ?? newFormKey() };
      response.status(error.status).type('html').send(renderPage(await this.form(actor, request, again)));
    }
  }

  @Get('consents/:about/:id/withdraw')
  @Access('consent.record')
  @Header('Content-Type', HTML)
  async asked(@By() actor: Actor, @Req() request: Signed, @Param('about') about: string, @Param('id') id: string): Promise<string> {
    const values = { way: 'in_person', givenBy: 'self', capacity: 'able' };
    return this.withdrawal(actor, request, { about, id, values });
  }

  @Post('consents/:about/:id/withdraw')
  @Access('consent.record')
  async withdraw(
    @By() actor: Actor,
    @Req() request: Signed,
    @Param('about') about: string,
    @Param('id') id: string,
    @Body() form: FormBody,
    @Res() response: Response,
  ): Promise<void> {
    try {
      const { gone } = await this.withdrawConsent.run(actor, aboutOf(about), id, readForm(WithdrawConsentInput, withdrawalFrom(form)));
      response.redirect(303, `/consents/${about}/${id}?withdrawn=${gone}`);
    } catch (error) {
      if (!(error instanceof Problem) || error.status === 404) throw error;
      response.status(error.status).type('html').send(await this.withdrawal(actor, request, { about, id, values: form, faults: faultsShown(error) }));
    }
  }

  private async form(actor: Actor, request: Signed, props: { about: string; id: string; speak: string | undefined; values: FormValues; faults?: readonly Fault[]; onceKey?: string }) {
    const whose = await this.whose.of(actor, aboutOf(props.about), props.id);
    const { values, faults = [], onceKey = newFormKey() } = props;
    return <ConsentFormPage viewer={viewerOf(request)} whose={whose} speak={spoken(request, props.speak)} partners={await this.partners.of(actor)} values={values} faults={faults} onceKey={onceKey} />;
  }

  private async withdrawal(actor: Actor, request: Signed, props: { about: string; id: string; values: FormValues; faults?: readonly Fault[] }): Promise<string> {
    const whose = await this.whose.of(actor, aboutOf(props.about), props.id);
    const gone = await this.goneOf(actor, whose);
    const { values, faults = [] } = props;
    return renderPage(<WithdrawPage viewer={viewerOf(request)} whose={whose} gone={gone} names={await this.namesOf(gone)} zone={this.settings.zone} values={values} faults={faults} />);
  }

  private async goneOf(actor: Actor, { about, id }: Whose): Promise<readonly DisclosureView[] | null> {
    if (!actor.permissions.has('disclosure.read')) return null;
    return (await this.find.disclosures(actor, { about, id, limit: 200 })).items;
  }

  private namesOf(gone: readonly DisclosureView[] | null, others: readonly string[] = []): Promise<ReadonlyMap<string, string>> {
    return this.accounts.namesOf([...new Set([...(gone ?? []).map(({ leftBy }) => leftBy), ...others])]);
  }
}

const spoken = (request: Signed, asked: string | undefined) => languages.find((one) => one === asked) ?? viewerOf(request).language;
