import { Controller, Get, Header, Inject, Param, Query, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Access, By, type Signed } from '../../../access/public.js';
import type { Actor } from '../../../kernel/actor/public.js';
import { Problem } from '../../../kernel/errors/public.js';
import { momentAsked } from '../../../kernel/http/public.js';
import { SETTINGS } from '../../../kernel/kernel.module.js';
import type { Settings } from '../../../kernel/settings/public.js';
import { Clock, type Instant } from '../../../kernel/time/public.js';
import { renderPage, viewerOf, type Fault } from '../../parts/public.js';
import { CompareKnowledge } from './compare-knowledge.js';
import { ComparePage } from './compare.page.js';
import { hrefOf, shownKind, type ShownKind } from './kinds.js';

@ApiExcludeController()
@Controller('history/:kind/:id/compare')
export class ComparePageController {
  constructor(
    private readonly compare: CompareKnowledge,
    private readonly time: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** The permission is that of the kind; without it there is nothing of that name. */
  @Get()
  @Access('own.use')
  @Header('Content-Type', 'text/html; charset=utf-8')
  async page(@By() actor: Actor, @Req() request: Signed, @Param('kind') kind: string, @Param('id') id: string, @Query() query: Record<string, string>): Promise<string> {
    const shown = shownKind(kind);
    if (!shown || !actor.permissions.has(shown.permission)) throw Problem.notFound();
    const values = { from: query.from ?? '', to: query.to ?? '' };
    const asked = this.momentsOf(values);
    const differences = await this.differences(actor, shown, id, asked);
    const shownHere = { kind, path: request.path, back: hrefOf(kind, id, actor.permissions), values, faults: asked.faults, differences };
    return renderPage(<ComparePage viewer={viewerOf(request)} {...shownHere} />);
  }

  private differences(actor: Actor, shown: ShownKind, id: string, asked: Asked) {
    if (asked.moments) return this.compare.between(actor, shown, id, { ...asked.moments, zone: this.settings.zone });
    // Nothing is compared yet; who does not reach the record learns no more than that.
    return this.compare.between(actor, shown, id, { from: this.time.now(), to: this.time.now(), zone: this.settings.zone }).then(() => null);
  }

  private momentsOf({ from, to }: { from: string; to: string }): Asked {
    if (from === '') return { moments: null, faults: [] };
    const [zone, now] = [this.settings.zone, this.time.now()];
    const read = (field: string, asOf: string): Instant | Fault => {
      try {
        return momentAsked(asOf ? { asOf } : {}, zone, now) ?? now;
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        return { field, code: error.code };
      }
    };
    const [first, second] = [read('from', from), read('to', to)];
    const faults = [first, second].filter((one): one is Fault => typeof one === 'object');
    return { moments: typeof first === 'string' && typeof second === 'string' ? { from: first, to: second } : null, faults };
  }
}

interface Asked {
  readonly moments: { readonly from: Instant; readonly to: Instant } | null;
  readonly faults: readonly Fault[];
}
