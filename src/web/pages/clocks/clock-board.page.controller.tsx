import { Controller, Get, Header, Inject, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Access, By, type Signed } from '../../../access/public.js';
import { ClockBoardInput, FindClocks, type ClockGroup } from '../../../clocks/public.js';
import { FindIndividuals } from '../../../individuals/public.js';
import type { Actor } from '../../../kernel/actor/public.js';
import { SETTINGS } from '../../../kernel/kernel.module.js';
import type { Settings } from '../../../kernel/settings/public.js';
import { renderPage, viewerOf } from '../../parts/public.js';
import { askedFor } from '../asked-for.js';
import { ClockBoardPage, sortOf } from './clock-board.page.js';

const shownTogether: readonly ClockGroup[] = ['next', 'may_have_passed', 'later', 'passed', 'may', 'met'];

/** Rows of each group when all are shown together. */
const FEW = 10;

@ApiExcludeController()
@Controller('clocks')
export class ClockBoardPageController {
  constructor(
    private readonly clocks: FindClocks,
    private readonly individuals: FindIndividuals,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Get()
  @Access('clock.read')
  @Header('Content-Type', 'text/html; charset=utf-8')
  async board(@By() actor: Actor, @Req() request: Signed): Promise<string> {
    const { input, query } = askedFor(ClockBoardInput, request);
    const asked = input.group ? [input.group] : shownTogether;
    const groups = await Promise.all(
      asked.map(async (group) => ({ group, page: await this.clocks.board(actor, input.group ? input : { ...input, group, sort: sortOf(group), limit: FEW }) })),
    );
    const ids = groups.flatMap(({ page }) => page.items.flatMap((row) => row.individualId ?? []));
    const people = await this.individuals.several(actor, [...new Set(ids)]);
    return renderPage(<ClockBoardPage viewer={viewerOf(request)} groups={groups} people={people} query={query} zone={this.settings.zone} />);
  }
}
