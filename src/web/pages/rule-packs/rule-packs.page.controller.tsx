import { Body, Controller, Get, Header, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { Access, By, type Signed } from '../../../access/public.js';
import { AddRulePack, KnownPacks, ReviewRuleInput, RuleReviews, type PackReport } from '../../../clocks/public.js';
import type { Actor } from '../../../kernel/actor/public.js';
import { Problem } from '../../../kernel/errors/public.js';
import { SETTINGS } from '../../../kernel/kernel.module.js';
import type { Settings } from '../../../kernel/settings/public.js';
import { readForm, textOf, type FormBody } from '../../forms/public.js';
import { readUpload, TakesUpload } from '../../http/public.js';
import { renderPage, viewerOf } from '../../parts/public.js';
import { RulePackListPage } from './rule-pack-list.page.js';
import { RulePackPage } from './rule-pack.page.js';

const HTML = 'text/html; charset=utf-8';

@ApiExcludeController()
@Controller('rule-packs')
export class RulePacksPageController {
  constructor(
    private readonly packs: KnownPacks,
    private readonly reviews: RuleReviews,
    private readonly add: AddRulePack,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Get()
  @Access('clock.read')
  @Header('Content-Type', HTML)
  list(@By() actor: Actor, @Req() request: Signed): Promise<string> {
    return this.page(actor, request);
  }

  /** Checked first; nothing is taken unless all of it is good. */
  @Post()
  @Access('rule.review')
  @TakesUpload()
  @HttpCode(200)
  async upload(@By() actor: Actor, @Req() request: Signed, @Res() response: Response): Promise<void> {
    const text = (await readUpload(request)).files.pack?.toString('utf8') ?? '';
    const checked = await this.add.check(text);
    const report = checked.pack ? await this.add.run(actor, text) : checked;
    response.status(report.pack ? 200 : 422).type('html').send(await this.page(actor, request, report));
  }

  @Get(':pack/:version')
  @Access('clock.read')
  @Header('Content-Type', HTML)
  async one(@By() actor: Actor, @Req() request: Signed, @Param('pack') name: string, @Param('version') version: string): Promise<string> {
    const pack = (await this.packs.all()).find((one) => one.pack === name && one.version === version);
    if (!pack) throw Problem.notFound();
    return renderPage(<RulePackPage viewer={viewerOf(request)} pack={pack} confirmed={await this.reviews.confirmations(actor)} zone={this.settings.zone} />);
  }

  @Post(':pack/:version/:ruleId/review')
  @Access('rule.review')
  async review(
    @By() actor: Actor,
    @Param('pack') pack: string,
    @Param('version') version: string,
    @Param('ruleId') ruleId: string,
    @Body() form: FormBody,
    @Res() response: Response,
  ): Promise<void> {
    const input = readForm(ReviewRuleInput, { confirmed: textOf(form, 'confirmed') === 'yes', note: textOf(form, `note_${ruleId}`) ?? null });
    await this.reviews.review(actor, { pack, version, ruleId }, { confirmed: input.confirmed, note: input.note ?? null });
    response.redirect(303, `/rule-packs/${pack}/${version}#${ruleId}`);
  }

  private async page(actor: Actor, request: Signed, report?: PackReport): Promise<string> {
    const shown = { packs: await this.packs.all(), confirmed: await this.reviews.confirmations(actor), ...(report ? { report } : {}) };
    return renderPage(<RulePackListPage viewer={viewerOf(request)} {...shown} />);
  }
}
