import { Module } from '@nestjs/common';
import { DetentionsModule } from '../detentions/public.js';
import { IndividualsModule } from '../individuals/public.js';
import { AddRulePack } from './add-rule-pack.js';
import { ClocksKept } from './clocks-kept.js';
import { ClocksController } from './clocks.controller.js';
import { FindClocks } from './find-clocks.js';
import { KeepClocks } from './keep-clocks.js';
import { KnownPacks } from './known-packs.js';
import { RecomputeClocks } from './recompute-clocks.js';
import { RulePacksController } from './rule-packs.controller.js';
import { RuleReviews } from './rule-reviews.js';

@Module({
  imports: [DetentionsModule, IndividualsModule],
  controllers: [ClocksController, RulePacksController],
  providers: [AddRulePack, ClocksKept, FindClocks, KeepClocks, KnownPacks, RecomputeClocks, RuleReviews],
  exports: [AddRulePack, ClocksKept, FindClocks, KeepClocks, KnownPacks, RecomputeClocks, RuleReviews],
})
export class ClocksModule {}
