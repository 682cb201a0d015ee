import { Body, Controller, Get, Header, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { Access, By, mayFill, Reach, type Signed } from '../../../access/public.js';
import { aboutOf, AddEvidence, AddEvidenceInput, AddStep, EvidenceStepInput, FindEvidence, kindsAbout, ReadFile, sendFile, TakeFile, type EvidenceAbout } from '../../../evidence/public.js';
import type { Actor } from '../../../kernel/actor/public.js';
import { Problem } from '../../../kernel/errors/public.js';
import { SETTINGS } from '../../../kernel/kernel.module.js';
import type { Settings } from '../../../kernel/settings/public.js';
import { Accounts } from '../../../staff/public.js';
import { faultsShown, readForm, textOf, type FormBody } from '../../forms/public.js';
import { streamUpload, TakesUpload } from '../../http/public.js';
import { newFormKey, renderPage, viewerOf, type Fault, type FormValues } from '../../parts/public.js';
import { EvidenceFormPage } from './evidence-form.page.js';
import { EvidenceListPage, type Belongs } from './evidence-list.page.js';
import { EvidencePage } from './evidence.page.js';

const HTML = 'text/html; charset=utf-8';

/** The files of a record, one file with its chain of custody, and the way in for a new one. */
@ApiExcludeController()
@Controller('evidence')
export class EvidencePageController {
  constructor(
    private readonly find: FindEvidence,
    private readonly files: TakeFile,
    private readonly addEvidence: AddEvidence,
    private readonly addStep: AddStep,
    private readonly readFile: ReadFile,
    private readonly reach: Reach,
    private readonly accounts: Accounts,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Get('of/:about/:id')
  @Access('evidence.read')
  @Header('Content-Type', HTML)
  async of(@By() actor: Actor, @Req() request: Signed, @Param('about') about: string, @Param('id') id: string): Promise<string> {
    const items = await this.find.of(actor, aboutOf(about), id);
    return renderPage(<EvidenceListPage viewer={viewerOf(request)} belongs={await this.belongs(actor, aboutOf(about), id)} items={items} zone={this.settings.zone} />);
  }

  @Get('of/:about/:id/new')
  @Access('evidence.record')
  @Header('Content-Type', HTML)
  async blank(@By() actor: Actor, @Req() request: Signed, @Param('about') about: string, @Param('id') id: string, @Query('original') original?: string): Promise<string> {
    return this.form(actor, request, { about: aboutOf(about), id, values: original ? { originalId: original } : {} });
  }

  /** The file is sealed while it comes. When something else of the form is wrong it has to be chosen again: browsers keep none. */
  @Post('of/:about/:id/new')
  @Access('evidence.record')
  @TakesUpload()
  async add(@By() actor: Actor, @Req() request: Signed, @Param('about') about: string, @Param('id') id: string, @Res() response: Response): Promise<void> {
    const { fields, fileName, file } = await streamUpload(request);
    let uploadId: string | null = null;
    try {
      await this.belongs(actor, aboutOf(about), id);
      if (!file) throw new Problem('evidence.empty', { status: 422, fields: [{ field: 'file', code: 'evidence.empty' }] });
      uploadId = (await this.files.run(actor, file.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>)).taken.id;
      const when = fields.collected ? { collected: { said: fields.collected } } : {};
      const said = { uploadId, about, aboutId: id, fileName, title: fields.title ?? '', kind: fields.kind ?? '', ...when, ...given(fields, ['collector', 'method', 'sourceId', 'originalId']) };
      const made = await this.addEvidence.run(actor, readForm(AddEvidenceInput, said));
      response.redirect(303, `/evidence/${made}`);
    } catch (error) {
      file?.resume();
      if (uploadId) await this.files.drop(uploadId);
      if (!(error instanceof Problem) || error.status === 404) throw error;
      response.status(error.status).type('html').send(await this.form(actor, request, { about: aboutOf(about), id, values: fields, faults: faultsShown(error) }));
    }
  }

  @Get(':id')
  @Access('evidence.read')
  @Header('Content-Type', HTML)
  async one(@By() actor: Actor, @Req() request: Signed, @Param('id') id: string): Promise<string> {
    return this.page(actor, request, id, {}, []);
  }

  @Post(':id/file')
  @Access('evidence.read', { leaves: true })
  async file(@By() actor: Actor, @Param('id') id: string, @Res() response: Response): Promise<void> {
    await sendFile(response, await this.readFile.download(actor, id));
  }

  @Post(':id/verify')
  @Access('evidence.read')
  async verify(@By() actor: Actor, @Param('id') id: string, @Res() response: Response): Promise<void> {
    await this.readFile.verify(actor, id);
    response.redirect(303, `/evidence/${id}`);
  }

  @Post(':id/steps')
  @Access('evidence.record')
  async step(@By() actor: Actor, @Req() request: Signed, @Param('id') id: string, @Body() form: FormBody, @Res() response: Response): Promise<void> {
    try {
      const said = { step: textOf(form, 'step'), from: textOf(form, 'from'), to: textOf(form, 'to'), reason: textOf(form, 'reason') ?? '' };
      await this.addStep.run(actor, id, readForm(EvidenceStepInput, said));
      response.redirect(303, `/evidence/${id}`);
    } catch (error) {
      if (!(error instanceof Problem) || error.status === 404) throw error;
      response.status(error.status).type('html').send(await this.page(actor, request, id, form, faultsShown(error)));
    }
  }

  private async page(actor: Actor, request: Signed, id: string, values: FormValues, faults: readonly Fault[]): Promise<string> {
    const item = await this.find.one(actor, id);
    const [belongs, all] = await Promise.all([this.belongs(actor, item.about, item.aboutId), this.find.of(actor, item.about, item.aboutId)]);
    const names = await this.accounts.namesOf(item.steps.map(({ byId }) => byId));
    const copies = all.filter(({ originalId }) => originalId === id);
    return renderPage(<EvidencePage viewer={viewerOf(request)} item={item} belongs={belongs} copies={copies} names={names} zone={this.settings.zone} values={values} faults={faults} />);
  }

  private async form(actor: Actor, request: Signed, to: { about: EvidenceAbout; id: string; values: FormValues; faults?: readonly Fault[] }): Promise<string> {
    const belongs = await this.belongs(actor, to.about, to.id);
    const megabytes = this.settings.evidence.largestMb;
    const mayNameSource = mayFill(actor, 'source');
    return renderPage(<EvidenceFormPage viewer={viewerOf(request)} belongs={belongs} values={to.values} faults={to.faults ?? []} megabytes={megabytes} mayNameSource={mayNameSource} onceKey={newFormKey()} />);
  }

  /** @throws Problem `not_found` */
  private async belongs(actor: Actor, about: EvidenceAbout, id: string): Promise<Belongs> {
    const known = (await this.reach.peek(actor, kindsAbout[about], id)) as unknown as { reference: string };
    return { about, id, reference: known.reference };
  }
}

const given = (fields: Readonly<Record<string, string>>, names: readonly string[]): Record<string, string> =>
  Object.fromEntries(names.flatMap((name) => (fields[name]?.trim() ? [[name, fields[name].trim()]] : [])));
