import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Body, Controller, Get, Header, HttpCode, Inject, Param, ParseIntPipe, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { Access, By, type Signed } from '../../../access/public.js';
import { Checkpoints, FindAudit, LookOutside, type WitnessState } from '../../../audit/public.js';
import { HOME_TEAM, type Actor } from '../../../kernel/actor/public.js';
import { SETTINGS } from '../../../kernel/kernel.module.js';
import { fieldsOf, type FieldClass, type RecordKind } from '../../../kernel/record/public.js';
import type { Settings } from '../../../kernel/settings/public.js';
import { Accounts } from '../../../staff/public.js';
import { textOf, type FormBody } from '../../forms/public.js';
import { renderPage, viewerOf } from '../../parts/public.js';
import { shownKind } from '../history/kinds.js';
import { EntryPage, type ChangedField } from './entry.page.js';
import { WitnessPage } from './witness.page.js';

const HTML = 'text/html; charset=utf-8';

/** One entry, and what is for people outside. */
@ApiExcludeController()
@Controller('audit')
export class AuditEvidencePageController {
  constructor(
    private readonly find: FindAudit,
    private readonly outside: LookOutside,
    private readonly checkpoints: Checkpoints,
    private readonly accounts: Accounts,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Get('entries/:seq')
  @Access('audit.read')
  @Header('Content-Type', HTML)
  async entry(@By() actor: Actor, @Req() request: Signed, @Param('seq', ParseIntPipe) seq: number): Promise<string> {
    const { entry, sides } = await this.find.one(actor, seq);
    const classes = classesOf(entry.kind);
    const changed: ChangedField[] = entry.fields.map((field) => ({ field, of: classes[field] ?? null, before: sides?.before[field] ?? null, after: sides?.after[field] ?? null }));
    const names = await this.accounts.namesOf([entry.actorId]);
    const shown = { entry, changed, opens: sides !== null, who: names.get(entry.actorId) ?? entry.actorId, zone: this.settings.zone };
    return renderPage(<EntryPage viewer={viewerOf(request)} {...shown} />);
  }

  @Get('witness')
  @Access('audit.read')
  @Header('Content-Type', HTML)
  witness(@By() actor: Actor, @Req() request: Signed): Promise<string> {
    return this.page(actor, request);
  }

  @Post('witness')
  @HttpCode(200)
  @Access('audit.read')
  @Header('Content-Type', HTML)
  async compare(@By() actor: Actor, @Req() request: Signed, @Body() form: FormBody): Promise<string> {
    const given = textOf(form, 'note') ?? '';
    return this.page(actor, request, { given, found: await this.outside.compare(actor, given) });
  }

  @Post('witness/sign')
  @HttpCode(200)
  @Access('audit.read')
  @Header('Content-Type', HTML)
  async sign(@By() actor: Actor, @Req() request: Signed): Promise<string> {
    await this.checkpoints.make('witness');
    return this.page(actor, request);
  }

  /** A POST, because it leaves an entry; the size keeps the files of one export together. */
  @Post('export/:file')
  @HttpCode(200)
  @Access('audit.read', { leaves: true })
  async export(@By() actor: Actor, @Param('file') file: string, @Query('size', ParseIntPipe) size: number, @Res() response: Response): Promise<void> {
    const lines = await this.outside.lines(actor, file, size);
    response.type('text/plain; charset=utf-8').setHeader('Content-Disposition', `attachment; filename="${file}"`);
    await pipeline(Readable.from(lines), response);
  }

  private async page(actor: Actor, request: Signed, asked: { given?: string; found?: WitnessState | 'unreadable' } = {}): Promise<string> {
    const signed = await this.outside.signed();
    return renderPage(<WitnessPage viewer={viewerOf(request)} signed={signed} mayExport={actor.teamId === HOME_TEAM} zone={this.settings.zone} {...asked} />);
  }
}

const classesOf = (kind: string): Readonly<Record<string, FieldClass>> => {
  const known = shownKind(kind);
  return known ? fieldsOf(known.kind as unknown as RecordKind) : {};
};
