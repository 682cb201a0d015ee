import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, By } from '../access/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { Problem } from '../kernel/errors/public.js';
import { AddRulePack, type PackReport } from './add-rule-pack.js';
import { KnownPacks } from './known-packs.js';
import type { RulePack } from './rule-pack.js';
import { AddRulePackInput, ReviewRuleInput } from './rule-pack.input.js';
import { RuleReviews } from './rule-reviews.js';

@ApiTags('rule packs')
@Controller('api/v1/rule-packs')
export class RulePacksController {
  constructor(
    private readonly packs: KnownPacks,
    private readonly reviews: RuleReviews,
    private readonly add: AddRulePack,
  ) {}

  @Get()
  @Access('clock.read')
  list(): Promise<readonly RulePack[]> {
    return this.packs.all();
  }

  @Get(':pack/:version')
  @Access('clock.read')
  async one(@Param('pack') name: string, @Param('version') version: string): Promise<RulePack> {
    const found = (await this.packs.all()).find((one) => one.pack === name && one.version === version);
    if (!found) throw Problem.notFound();
    return found;
  }

  /** Adds a pack, or replaces one of the same name and version; older ones stay in the database. */
  @Post()
  @Access('rule.review')
  addPack(@By() actor: Actor, @Body() input: AddRulePackInput): Promise<PackReport> {
    return this.add.run(actor, JSON.stringify(input.pack));
  }

  @Post(':pack/:version/rules/:ruleId/review')
  @HttpCode(204)
  @Access('rule.review')
  review(@By() actor: Actor, @Param('pack') pack: string, @Param('version') version: string, @Param('ruleId') ruleId: string, @Body() input: ReviewRuleInput): Promise<void> {
    return this.reviews.review(actor, { pack, version, ruleId }, { confirmed: input.confirmed, note: input.note ?? null });
  }
}
