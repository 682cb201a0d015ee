import { Body, Controller, Get, Header, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { Access, By, type Signed } from '../../../access/public.js';
import { FindIndividuals } from '../../../individuals/public.js';
import type { Actor } from '../../../kernel/actor/public.js';
import { Problem } from '../../../kernel/errors/public.js';
import { faultsShown, readForm, textOf, textsOf, type FormBody } from '../../forms/public.js';
import { renderPage, viewerOf } from '../../parts/public.js';
import { GatherPersonFile } from './gather-person-file.js';
import { MakePersonFile } from './make-person-file.js';
import { PersonFileInput } from './person-file.input.js';
import { PersonFilePage } from './person-file.page.js';

/** A copy of one person's data, for that person. */
@ApiExcludeController()
@Controller('individuals/:id/copy')
export class PersonFilePageController {
  constructor(
    private readonly individuals: FindIndividuals,
    private readonly gather: GatherPersonFile,
    private readonly make: MakePersonFile,
  ) {}

  @Get()
  @Access('request.record', { confirm: true, leaves: true })
  @Header('Content-Type', 'text/html; charset=utf-8')
  ask(@By() actor: Actor, @Req() request: Signed, @Param('id') id: string): Promise<string> {
    return this.page(actor, request, id, {});
  }

  @Post()
  @HttpCode(200)
  @Access('request.record', { confirm: true, leaves: true })
  async send(@By() actor: Actor, @Req() request: Signed, @Param('id') id: string, @Body() form: FormBody, @Res() response: Response): Promise<void> {
    try {
      const texts = textsOf(form, 'looked').map((key) => ({ key, marked: textOf(form, `text:${key}`) ?? '' }));
      const file = await this.make.run(actor, id, readForm(PersonFileInput, { format: textOf(form, 'format'), purpose: textOf(form, 'purpose'), texts }));
      response.type(file.type).setHeader('Content-Disposition', `attachment; filename="${file.name}"`).send(file.body);
    } catch (error) {
      if (!(error instanceof Problem) || error.status === 404) throw error;
      response.status(error.status).type('html').send(await this.page(actor, request, id, form, error));
    }
  }

  private async page(actor: Actor, request: Signed, id: string, values: FormBody, problem?: Problem): Promise<string> {
    const { reference } = await this.individuals.one(actor, id);
    const texts = await this.gather.toLookThrough(actor, id);
    return renderPage(<PersonFilePage viewer={viewerOf(request)} individual={{ id, reference }} texts={texts} values={values} faults={problem ? faultsShown(problem) : []} />);
  }
}
