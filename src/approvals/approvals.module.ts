import { Global, Module } from '@nestjs/common';
import { Approvals } from './approvals.js';
import { ApprovalsController } from './approvals.controller.js';
import { StaffApprovals } from './staff-approvals.js';
import { StaffProposalsController } from './staff-proposals.controller.js';

@Global()
@Module({
  controllers: [ApprovalsController, StaffProposalsController],
  providers: [Approvals, StaffApprovals],
  exports: [Approvals, StaffApprovals],
})
export class ApprovalsModule {}
