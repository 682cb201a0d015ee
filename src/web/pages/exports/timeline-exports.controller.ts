import { Body, Controller, HttpCode, Inject, Param, Post, Res } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { Access, By } from '../../../access/public.js';
import type { Actor } from '../../../kernel/actor/public.js';
import { momentAsked } from '../../../kernel/http/public.js';
import { SETTINGS } from '../../../kernel/kernel.module.js';
import type { Settings } from '../../../kernel/settings/public.js';
import { Clock } from '../../../kernel/time/public.js';
import { ExportTimelineInput } from './export.input.js';
import { TimelineExports } from './timeline-exports.js';

/** The timeline as a file, for programs. A POST, because it leaves an entry with its purpose. */
@ApiTags('detentions')
@Controller('api/v1/detentions/:id/timeline/exports')
export class TimelineExportsController {
  constructor(
    private readonly exports: TimelineExports,
    private readonly time: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Post()
  @HttpCode(200)
  @Access('timeline.export', { confirm: true, leaves: true })
  @ApiProduces('application/pdf', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'text/csv', 'application/json', 'text/calendar')
  async make(@By() actor: Actor, @Param('id') id: string, @Body() input: ExportTimelineInput, @Res() response: Response): Promise<void> {
    const asOf = momentAsked(input, this.settings.zone, this.time.now());
    const file = await this.exports.make(actor, id, { format: input.format, purpose: input.purpose, recipient: input.recipient ?? null, partnerId: input.partnerId ?? null, asOf });
    response.type(file.type).setHeader('Content-Disposition', `attachment; filename="${file.name}"`).send(file.body);
  }
}
