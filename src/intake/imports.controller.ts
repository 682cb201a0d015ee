import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, By } from '../access/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { FindImportRuns } from './find-import-runs.js';
import { importRunView, type ImportRunView } from './import-run.view.js';
import { TakeBackConsents } from './take-back-consents.js';

/** What came of files that were imported; importing itself is done on the page or at the command line, where remarks are read. */
@ApiTags('imports')
@Controller('api/v1/imports')
export class ImportsController {
  constructor(
    private readonly runs: FindImportRuns,
    private readonly takeBack: TakeBackConsents,
  ) {}

  @Get(':id')
  @Access('import.run')
  async one(@By() actor: Actor, @Param('id') id: string): Promise<ImportRunView> {
    const run = await this.runs.one(actor, id);
    return importRunView(run, run.what === 'consents' && !run.dryRun ? await this.takeBack.standing(id) : null);
  }

  /** Of consents: begins to withdraw every yes the file brought, or goes on with what is left. How far it is stands in `takenBack`. */
  @Post(':id/take-back')
  @HttpCode(202)
  @Access('import.run')
  async back(@By() actor: Actor, @Param('id') id: string): Promise<ImportRunView> {
    await this.takeBack.begin(actor, id);
    return this.one(actor, id);
  }
}
