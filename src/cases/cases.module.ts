import { Module } from '@nestjs/common';
import { DetentionsModule } from '../detentions/public.js';
import { IndividualsModule } from '../individuals/public.js';
import { AddToCase } from './add-to-case.js';
import { CaseContentsController } from './case-contents.controller.js';
import { CasesController } from './cases.controller.js';
import { CaseJoining } from './case-joining.js';
import { CaseMembers } from './case-members.js';
import { FindCases } from './find-cases.js';
import { HandOverCase } from './hand-over-case.js';
import { HandOversController } from './hand-overs.controller.js';
import { OpenCase } from './open-case.js';
import { ReviseCase } from './revise-case.js';

@Module({
  imports: [IndividualsModule, DetentionsModule],
  controllers: [CasesController, CaseContentsController, HandOversController],
  providers: [AddToCase, CaseJoining, CaseMembers, FindCases, HandOverCase, OpenCase, ReviseCase],
  exports: [AddToCase, CaseJoining, CaseMembers, FindCases, HandOverCase, OpenCase, ReviseCase],
})
export class CasesModule {}
