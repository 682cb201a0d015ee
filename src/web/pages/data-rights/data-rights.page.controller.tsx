import { Body, Controller, Get, Header, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { Access, By, type Signed } from '../../../access/public.js';
import { EraseSubject, LookBeforeErasing, ProposeErasureInput } from '../../../erasure/public.js';
import { Holds, SetHoldInput } from '../../../holds/public.js';
import type { Actor } from '../../../kernel/actor/public.js';
import { Problem } from '../../../kernel/errors/public.js';
import { SETTINGS } from '../../../kernel/kernel.module.js';
import type { Settings } from '../../../kernel/settings/public.js';
import { OpenRestrictedInput, Restrictions, RestrictInput } from '../../../requests/public.js';
import { faultsShown, readForm, textOf, textsOf, type FormBody } from '../../forms/public.js';
import { renderPage, viewerOf } from '../../parts/public.js';
import { ErasurePage } from './erasure.page.js';
import { PersonData } from './person-data.js';
import { RestrictedPage } from './restricted.page.js';

const HTML = 'text/html; charset=utf-8';

/** What can be done about one person's data, and about one source's. */
@ApiExcludeController()
@Controller()
export class DataRightsPageController {
  constructor(
    private readonly data: PersonData,
    private readonly holds: Holds,
    private readonly look: LookBeforeErasing,
    private readonly erase: EraseSubject,
    private readonly restrictions: Restrictions,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Get('individuals/:id/data')
  @Access('request.record')
  @Header('Content-Type', HTML)
  show(@By() actor: Actor, @Req() request: Signed, @Param('id') id: string): Promise<string> {
    return this.data.page(actor, request, id, {});
  }

  @Post('holds')
  @Access('hold.set')
  async hold(@By() actor: Actor, @Req() request: Signed, @Body() form: FormBody, @Res() response: Response): Promise<void> {
    const recordId = textOf(form, 'recordId') ?? '';
    await this.orAgain(actor, request, response, recordId, form, async () => {
      await this.holds.set(actor, readForm(SetHoldInput, { kind: textOf(form, 'kind'), recordId, reason: textOf(form, 'reason') ?? '', until: textOf(form, 'until') ?? null }));
      response.redirect(303, `/individuals/${recordId}/data`);
    });
  }

  @Post('holds/:id/release')
  @Access('hold.set', { confirm: true })
  async release(@By() actor: Actor, @Param('id') id: string, @Body() form: FormBody, @Res() response: Response): Promise<void> {
    await this.holds.askToRelease(actor, id, textOf(form, 'reason')?.slice(0, 500) ?? '');
    response.redirect(303, '/approvals');
  }

  @Post('individuals/:id/restriction')
  @Access('erasure.decide')
  async restrict(@By() actor: Actor, @Req() request: Signed, @Param('id') id: string, @Body() form: FormBody, @Res() response: Response): Promise<void> {
    await this.orAgain(actor, request, response, id, form, async () => {
      await this.restrictions.set(actor, id, readForm(RestrictInput, { ground: textOf(form, 'ground'), reason: textOf(form, 'reason') ?? '' }));
      response.redirect(303, `/individuals/${id}`);
    });
  }

  @Post('individuals/:id/restriction/lift')
  @Access('erasure.decide')
  async lift(@By() actor: Actor, @Param('id') id: string, @Res() response: Response): Promise<void> {
    await this.restrictions.lift(actor, id);
    response.redirect(303, `/individuals/${id}/data`);
  }

  @Post('individuals/:id/restriction/open')
  @Access('individual.read', { confirm: true })
  async open(@By() actor: Actor, @Req() request: Signed, @Param('id') id: string, @Body() form: FormBody, @Res() response: Response): Promise<void> {
    try {
      await this.restrictions.open(actor, id, readForm(OpenRestrictedInput, { reason: textOf(form, 'reason') ?? '' }).reason);
      response.redirect(303, `/individuals/${id}`);
    } catch (error) {
      const restriction = error instanceof Problem && error.status !== 404 ? await this.restrictions.on(actor, id) : null;
      if (!(error instanceof Problem) || !restriction) throw error;
      const page = <RestrictedPage viewer={viewerOf(request)} restriction={restriction} zone={this.settings.zone} values={form} faults={faultsShown(error)} />;
      response.status(error.status).type('html').send(renderPage(page));
    }
  }

  @Get('individuals/:id/erasure')
  @Access('request.record')
  @Header('Content-Type', HTML)
  individual(@By() actor: Actor, @Req() request: Signed, @Param('id') id: string): Promise<string> {
    return this.before(actor, request, 'individual', id, {});
  }

  @Post('individuals/:id/erasure')
  @Access('request.record', { confirm: true })
  proposeIndividual(@By() actor: Actor, @Req() request: Signed, @Param('id') id: string, @Body() form: FormBody, @Res() response: Response): Promise<void> {
    return this.propose(actor, request, 'individual', id, form, response);
  }

  @Get('sources/:id/erasure')
  @Access('request.record')
  @Header('Content-Type', HTML)
  source(@By() actor: Actor, @Req() request: Signed, @Param('id') id: string): Promise<string> {
    return this.before(actor, request, 'source', id, {});
  }

  @Post('sources/:id/erasure')
  @Access('request.record', { confirm: true })
  proposeSource(@By() actor: Actor, @Req() request: Signed, @Param('id') id: string, @Body() form: FormBody, @Res() response: Response): Promise<void> {
    return this.propose(actor, request, 'source', id, form, response);
  }

  private async propose(actor: Actor, request: Signed, kind: 'individual' | 'source', id: string, form: FormBody, response: Response): Promise<void> {
    try {
      const said = { ground: textOf(form, 'ground'), reason: textOf(form, 'reason') ?? '', strike: textsOf(form, 'strike') };
      await this.erase.propose(actor, kind, id, readForm(ProposeErasureInput, said));
      response.redirect(303, '/approvals');
    } catch (error) {
      if (!(error instanceof Problem) || error.status === 404) throw error;
      response.status(error.status).type('html').send(await this.before(actor, request, kind, id, form, error));
    }
  }

  private async before(actor: Actor, request: Signed, kind: 'individual' | 'source', id: string, values: FormBody, problem?: Problem): Promise<string> {
    const look = await this.look.of(actor, kind, id);
    return renderPage(<ErasurePage viewer={viewerOf(request)} look={look} values={values} faults={problem ? faultsShown(problem) : []} />);
  }

  /** The person's page again with what was wrong. */
  private async orAgain(actor: Actor, request: Signed, response: Response, id: string, form: FormBody, step: () => Promise<void>): Promise<void> {
    try {
      await step();
    } catch (error) {
      if (!(error instanceof Problem) || error.status === 404) throw error;
      response.status(error.status).type('html').send(await this.data.page(actor, request, id, form, error));
    }
  }
}
