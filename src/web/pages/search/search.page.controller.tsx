import { Body, Controller, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { EntityManager } from 'typeorm';
import { Access, By, Reach, type ReachedKind, type Signed } from '../../../access/public.js';
import { caseKind } from '../../../cases/public.js';
import { detentionKind } from '../../../detentions/public.js';
import { incidentKind } from '../../../incidents/public.js';
import { FindIndividuals, individualKind } from '../../../individuals/public.js';
import type { Actor } from '../../../kernel/actor/public.js';
import type { RecordRow } from '../../../kernel/record/public.js';
import { textOf, type FormBody } from '../../forms/public.js';
import { renderPage, viewerOf } from '../../parts/public.js';
import { IndividualListPage } from '../individuals/individual-list.page.js';

type Numbered = ReachedKind<RecordRow & { reference: string }, object>;

/** Where a reference number leads. */
const numbered: Readonly<Record<string, { kind: Numbered; path: string; permission: string }>> = {
  I: { kind: individualKind as unknown as Numbered, path: '/individuals', permission: 'individual.read' },
  D: { kind: detentionKind as unknown as Numbered, path: '/detentions', permission: 'detention.read' },
  C: { kind: caseKind as unknown as Numbered, path: '/cases', permission: 'case.read' },
  E: { kind: incidentKind as unknown as Numbered, path: '/incidents', permission: 'incident.read' },
};

/** The search of the header: a reference number leads straight to its record, anything else is looked up as a name. */
@ApiExcludeController()
@Controller('search')
export class SearchPageController {
  constructor(
    private readonly find: FindIndividuals,
    private readonly reach: Reach,
    private readonly reader: EntityManager,
  ) {}

  @Post()
  @Access('individual.read')
  async search(@By() actor: Actor, @Req() request: Signed, @Body() form: FormBody, @Res() response: Response): Promise<void> {
    const words = (textOf(form, 'words') ?? '').slice(0, 200);
    const place = await this.placeOf(actor, words);
    if (place) return response.redirect(303, place);
    const page = await this.find.page(actor, { limit: 200 }, words);
    response.status(200).type('html').send(renderPage(<IndividualListPage viewer={viewerOf(request)} page={page} query={{}} name={words} />));
  }

  private async placeOf(actor: Actor, words: string): Promise<string | null> {
    const [reference, letter] = /^([A-Z])-\d{4}-\d{5,}$/.exec(words.toUpperCase()) ?? [];
    const target = letter ? numbered[letter] : undefined;
    if (!reference || !target || !actor.permissions.has(target.permission)) return null;
    const row = await this.reach.list(actor, target.kind, 'r', this.reader).andWhere('r.reference = :reference', { reference }).getOne();
    return row ? `${target.path}/${row.id}` : null;
  }
}
