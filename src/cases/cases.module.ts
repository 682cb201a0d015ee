import { Module } from '@nestjs/common';
import { AddToCase } from './add-to-case.js';
import { CaseMembers } from './case-members.js';
import { CasesController } from './cases.controller.js';
import { FindCases } from './find-cases.js';
import { OpenCase } from './open-case.js';

@Module({
  controllers: [CasesController],
  providers: [AddToCase, CaseMembers, FindCases, OpenCase],
  exports: [AddToCase, CaseMembers, FindCases, OpenCase],
})
export class CasesModule {}
