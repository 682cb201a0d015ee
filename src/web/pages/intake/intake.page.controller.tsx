import { Body, Controller, Get, Header, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { Access, By, type Signed } from '../../../access/public.js';
import { FindDetentions } from '../../../detentions/public.js';
import { TakeIn } from '../../../intake/public.js';
import { calledName, PossibleMatches } from '../../../individuals/public.js';
import type { Actor } from '../../../kernel/actor/public.js';
import { Problem } from '../../../kernel/errors/public.js';
import { SETTINGS } from '../../../kernel/kernel.module.js';
import type { Settings } from '../../../kernel/settings/public.js';
import { Clock, readTyped, sayBounds } from '../../../kernel/time/public.js';
import { zoneOfRegion } from '../../../places/public.js';
import { faultsShown, textOf, type FormBody } from '../../forms/public.js';
import { newFormKey, renderPage, viewerOf, type Match } from '../../parts/public.js';
import { wordsFor } from '../../words/words.js';
import { Choices } from '../choices.js';
import { formField } from '../detentions/custody-form.js';
import { intakeFrom, keptFor } from './intake-form.js';
import { IntakePage, type IntakePageProps } from './intake.page.js';

const HTML = 'text/html; charset=utf-8';

@ApiExcludeController()
@Controller('intake')
export class IntakePageController {
  constructor(
    private readonly takeIn: TakeIn,
    private readonly detentions: FindDetentions,
    private readonly matches: PossibleMatches,
    private readonly choices: Choices,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Get()
  @Access('detention.record')
  @Header('Content-Type', HTML)
  async blank(@By() actor: Actor, @Req() request: Signed): Promise<string> {
    return this.page(actor, request, { values: {}, onceKey: newFormKey() });
  }

  @Post()
  @Access('detention.record')
  async save(@By() actor: Actor, @Req() request: Signed, @Body() form: FormBody, @Res() response: Response): Promise<void> {
    try {
      const asked = await this.maybeKnown(actor, form);
      if (asked) return this.again(actor, request, response, form, 409, { matches: asked });
      const id = await this.takeIn.run(actor, intakeFrom(form));
      if (textOf(form, 'then') === 'open') return response.redirect(303, `/detentions/${id}`);
      const { reference } = await this.detentions.one(actor, id);
      const saved = { href: `/detentions/${id}`, reference };
      response.type('html').send(await this.page(actor, request, { values: keptFor(form), onceKey: newFormKey(), saved }));
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      const faults = faultsShown(error).map((fault) => ({ ...fault, field: intakeField(fault.field) }));
      await this.again(actor, request, response, form, error.status, { faults });
    }
  }

  /** Who may be meant by a name that is being typed. */
  @Post('matches')
  @HttpCode(200)
  @Access('individual.record')
  async matching(@By() actor: Actor, @Body() body: { name?: unknown }): Promise<{ matches: Match[] }> {
    const name = typeof body.name === 'string' ? body.name.slice(0, 200) : '';
    return { matches: name.trim().length < 3 ? [] : await this.shownMatches(actor, name) };
  }

  /** Without scripts nobody saw the hint while typing: the form asks once, then takes the answer as it is. */
  private async maybeKnown(actor: Actor, form: FormBody): Promise<Match[] | null> {
    const name = textOf(form, 'name');
    if (!name || form.sameAs !== undefined || !actor.permissions.has('individual.read')) return null;
    const found = await this.shownMatches(actor, name);
    return found.length > 0 ? found : null;
  }

  private async shownMatches(actor: Actor, name: string): Promise<Match[]> {
    const words = wordsFor(actor.language);
    const found = await this.matches.of(actor, name);
    return found.map(({ individual, likeness }) => ({
      id: individual.id,
      label: calledName(individual),
      detail: words.say('intake.match', { reference: individual.reference, percent: Math.round(likeness * 100) }),
      href: `/individuals/${individual.id}`,
    }));
  }

  private async again(
    actor: Actor,
    request: Signed,
    response: Response,
    form: FormBody,
    status: number,
    more: Pick<IntakePageProps, 'faults' | 'matches'>,
  ): Promise<void> {
    const page = await this.page(actor, request, { values: form, onceKey: newFormKey(), ...more });
    response.status(status).type('html').send(page);
  }

  private async page(actor: Actor, request: Signed, props: Omit<IntakePageProps, 'viewer' | 'incidents' | 'echoes'>): Promise<string> {
    const incidents = actor.permissions.has('incident.read') ? await this.choices.incidents(actor) : [];
    const echoes = this.echoesOf(actor, props.values as FormBody);
    return renderPage(<IntakePage viewer={viewerOf(request)} incidents={incidents} echoes={echoes} {...props} />);
  }

  private echoesOf(actor: Actor, form: FormBody): Record<string, string> {
    const zone = zoneOfRegion(textOf(form, 'regionCode') ?? null) ?? this.settings.zone;
    return Object.fromEntries(
      ['start', 'end'].flatMap((name) => {
        const text = textOf(form, name);
        const read = text ? readTyped(text, { zone, now: this.clock.now() }) : null;
        return read?.ok ? [[name, sayBounds(read.bounds, actor.language)]] : [];
      }),
    );
  }
}

/** The API's field names as the form has them. */
const intakeField = (field: string): string => (field.startsWith('names') ? 'name' : formField(field));
