import { Body, Controller, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { Access, By } from '../../../access/public.js';
import type { Actor } from '../../../kernel/actor/public.js';
import { GatherPersonFile } from './gather-person-file.js';
import { MakePersonFile } from './make-person-file.js';
import type { FileText } from './person-file.js';
import { PersonFileInput } from './person-file.input.js';

/** A copy of one person's data: access and portability (GDPR 15, 20). */
@ApiTags('requests')
@Controller('api/v1/individuals/:id/person-file')
export class PersonFileController {
  constructor(
    private readonly gather: GatherPersonFile,
    private readonly make: MakePersonFile,
  ) {}

  /** Free texts to be looked through first, with marks proposed where they name relatives. */
  @Get('texts')
  @Access('request.record', { confirm: true, leaves: true })
  texts(@By() actor: Actor, @Param('id') id: string): Promise<FileText[]> {
    return this.gather.toLookThrough(actor, id);
  }

  @Post()
  @HttpCode(200)
  @Access('request.record', { confirm: true, leaves: true })
  @ApiProduces('application/json', 'application/pdf', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document')
  async send(@By() actor: Actor, @Param('id') id: string, @Body() input: PersonFileInput, @Res() response: Response): Promise<void> {
    const file = await this.make.run(actor, id, input);
    response.type(file.type).setHeader('Content-Disposition', `attachment; filename="${file.name}"`).send(file.body);
  }
}
