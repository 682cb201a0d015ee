import { Body, Controller, Get, Header, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { Access, By, type Signed } from '../../../access/public.js';
import { FindImportRuns, ImportFile, readMapping, shippedMapping, shippedMappings, TakeBackConsents, type Mapping } from '../../../intake/public.js';
import type { Actor } from '../../../kernel/actor/public.js';
import { Problem } from '../../../kernel/errors/public.js';
import { SETTINGS } from '../../../kernel/kernel.module.js';
import type { Settings } from '../../../kernel/settings/public.js';
import { sayInstant, type Instant } from '../../../kernel/time/public.js';
import { Accounts } from '../../../staff/public.js';
import { textOf, type FormBody } from '../../forms/public.js';
import { readUpload, TakesUpload, type Uploaded } from '../../http/public.js';
import { renderPage, viewerOf, type Fault } from '../../parts/public.js';
import { wordsFor } from '../../words/words.js';
import { ImportCheckedPage } from './import-checked.page.js';
import { ImportFormPage } from './import-form.page.js';
import { ImportRunPage } from './import-run.page.js';
import { KeptUploads } from './kept-uploads.js';

const HTML = 'text/html; charset=utf-8';

/** Import by browser: check a file, look at what would come of it, take it in. */
@ApiExcludeController()
@Controller('import')
export class ImportPageController {
  constructor(
    private readonly importFile: ImportFile,
    private readonly runs: FindImportRuns,
    private readonly kept: KeptUploads,
    private readonly takeBackConsents: TakeBackConsents,
    private readonly accounts: Accounts,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Get()
  @Access('import.run')
  @Header('Content-Type', HTML)
  form(@By() actor: Actor, @Req() request: Signed): Promise<string> {
    return this.page(actor, request, {}, []);
  }

  @Post('check')
  @Access('import.run')
  @TakesUpload()
  async check(@By() actor: Actor, @Req() request: Signed, @Res() response: Response): Promise<void> {
    const uploaded = await readUpload(request);
    try {
      const mapping = mappingOf(uploaded);
      const bytes = uploaded.files.file;
      if (!bytes || bytes.length === 0) throw new Problem('import.file_missing', { status: 422, fields: [{ field: 'file', code: 'import.file_missing' }] });
      const checked = await this.importFile.run(actor, { what: mapping.what, file: bytes, mapping, dryRun: true });
      const upload = this.kept.keep(actor, { bytes, mapping, checked });
      response.type('html').send(renderPage(<ImportCheckedPage viewer={viewerOf(request)} upload={upload} />));
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      const page = await this.page(actor, request, uploaded.fields, faultsOf(error, actor));
      response.status(error.status).type('html').send(page);
    }
  }

  @Get('checked/:id/remarks.csv')
  @Access('import.run')
  @Header('Content-Type', 'text/csv; charset=utf-8')
  @Header('Content-Disposition', 'attachment; filename="remarks.csv"')
  remarks(@By() actor: Actor, @Param('id') id: string): string {
    const words = wordsFor(actor.language);
    return this.kept.of(actor, id).checked.errorsCsv((key, params) => words.say(key, params));
  }

  @Post('run')
  @Access('import.run')
  @HttpCode(303)
  async run(@By() actor: Actor, @Body() form: FormBody, @Res() response: Response): Promise<void> {
    const { id, bytes, mapping } = this.kept.of(actor, textOf(form, 'upload') ?? '');
    const result = await this.importFile.run(actor, { what: mapping.what, file: bytes, mapping, dryRun: false });
    this.kept.forget(id);
    response.redirect(303, `/import/runs/${result.id}`);
  }

  @Get('runs/:id')
  @Access('import.run')
  @Header('Content-Type', HTML)
  async receipt(@By() actor: Actor, @Req() request: Signed, @Param('id') id: string): Promise<string> {
    const run = await this.runs.one(actor, id);
    const names = await this.accounts.namesOf([run.startedBy]);
    const takenBack = run.what === 'consents' && !run.dryRun ? await this.takeBackConsents.standing(id) : null;
    const shown = { run, by: names.get(run.startedBy) ?? run.startedBy, when: this.dayOf(actor, run.startedAt), takenBack };
    return renderPage(<ImportRunPage viewer={viewerOf(request)} {...shown} />);
  }

  /** Of consents: begins to withdraw every yes the file brought; the receipt tells how far it is. */
  @Post('runs/:id/take-back')
  @Access('import.run')
  async takeBack(@By() actor: Actor, @Param('id') id: string, @Res() response: Response): Promise<void> {
    await this.takeBackConsents.begin(actor, id);
    response.redirect(303, `/import/runs/${id}#taken-back`);
  }

  private async page(actor: Actor, request: Signed, values: Uploaded['fields'], faults: readonly Fault[]): Promise<string> {
    const runs = await this.runs.latest(actor);
    const names = await this.accounts.namesOf([...new Set(runs.map((run) => run.startedBy))]);
    const dayOf = (at: string): string => this.dayOf(actor, at);
    const shown = { mappings: shippedMappings(), runs, names, dayOf, values, faults };
    return renderPage(<ImportFormPage viewer={viewerOf(request)} {...shown} />);
  }

  private dayOf(actor: Actor, at: string): string {
    return sayInstant(at as Instant, this.settings.zone, actor.language);
  }
}

/** The mapping that was uploaded, or the chosen one of those that come with the product. */
function mappingOf({ fields, files }: Uploaded): Mapping {
  const own = files.mappingFile;
  if (own && own.length > 0) return readMapping(own.toString('utf8'));
  const chosen = shippedMapping(fields.mapping ?? '');
  if (!chosen) throw new Problem('import.mapping_missing', { status: 422, fields: [{ field: 'mapping', code: 'import.mapping_missing' }] });
  return chosen;
}

/** Faults of a mapping file with the place where they stand; all others as they are, at the file. */
function faultsOf(problem: Problem, actor: Actor): Fault[] {
  const words = wordsFor(actor.language);
  const { fields, params } = problem.detail;
  if (problem.code === 'import.mapping_refused') {
    return (fields ?? []).map(({ field, code }) => ({
      field: 'mappingFile',
      code: 'import.mapping_fault',
      params: { at: field, what: words.say(`problems.${code}`) },
    }));
  }
  return fields ? [...fields] : [{ field: 'file', code: problem.code, ...(params ? { params } : {}) }];
}
