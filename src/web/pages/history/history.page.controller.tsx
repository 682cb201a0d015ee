import { Controller, Get, Header, Inject, Param, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { EntityManager } from 'typeorm';
import { Access, By, Reach, type Signed } from '../../../access/public.js';
import type { Actor } from '../../../kernel/actor/public.js';
import { UnitOfWork } from '../../../kernel/db/public.js';
import { Problem } from '../../../kernel/errors/public.js';
import { GROUND, type Ground } from '../../../kernel/kernel.module.js';
import { Versions } from '../../../kernel/record/public.js';
import { Accounts } from '../../../staff/public.js';
import { renderPage, viewerOf } from '../../parts/public.js';
import { HistoryPage } from './history.page.js';
import { hrefOf, shownKind, type ShownKind } from './kinds.js';
import { Referred } from './referred.js';
import { versionsShown } from './versions-shown.js';

/** Who changed what in a record, when and why: one page for all kinds, because versions are kept alike for all. */
@ApiExcludeController()
@Controller('history')
export class HistoryPageController {
  constructor(
    private readonly reach: Reach,
    private readonly versions: Versions,
    private readonly reader: EntityManager,
    private readonly referred: Referred,
    private readonly accounts: Accounts,
    private readonly work: UnitOfWork,
    @Inject(GROUND) private readonly ground: Ground,
  ) {}

  /** The permission is that of the kind, so it is asked for here; the route asks only for an account. */
  @Get(':kind/:id')
  @Access('own.use')
  @Header('Content-Type', 'text/html; charset=utf-8')
  async history(@By() actor: Actor, @Req() request: Signed, @Param('kind') kind: string, @Param('id') id: string): Promise<string> {
    const shown = shownKind(kind);
    if (!shown) throw Problem.notFound();
    if (!actor.permissions.has(shown.permission)) return this.refuse(actor, shown);
    const known = await this.reach.peek(actor, shown.kind, id);
    await this.reach.saw(actor, shown.kind, [id], 'history_seen');
    const versions = await this.versions.of(this.reader, shown.kind, id);
    const sources = { sourceIds: versions.map((one) => one.sourceId) };
    const [staff, names] = await Promise.all([
      this.accounts.namesOf(versions.map((one) => one.recordedBy)),
      this.referred.in(actor, [...versions.map((one) => one.fields), sources]),
    ]);
    const told = versionsShown(shown, versions, { actor, zone: this.ground.settings.zone, staff, names });
    const name = (known as unknown as { reference?: string }).reference ?? null;
    return renderPage(<HistoryPage viewer={viewerOf(request)} kind={kind} name={name} versions={told} back={this.back(actor, shown, known)} />);
  }

  private back(actor: Actor, shown: ShownKind, known: { id: string }): string | null {
    const { partOf } = shown;
    if (!partOf) return hrefOf(shown.kind.name, known.id, actor.permissions);
    return hrefOf(partOf.kind, String((known as unknown as Record<string, unknown>)[partOf.field]), actor.permissions);
  }

  private async refuse(actor: Actor, { permission }: ShownKind): Promise<never> {
    const note = { act: 'access.refused', kind: 'route', recordId: null, facts: { permission }, allowed: false };
    await this.work.log([{ ...note, actor, at: this.work.clock.now() }]);
    throw new Problem('access.refused', { status: 403 });
  }
}
