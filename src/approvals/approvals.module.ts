import { Global, Module } from '@nestjs/common';
import { Approvals } from './approvals.js';
import { ApprovalsController } from './approvals.controller.js';
import { ChangeRoles } from './change-roles.js';
import { RolesController } from './roles.controller.js';
import { StaffApprovals } from './staff-approvals.js';
import { StaffProposalsController } from './staff-proposals.controller.js';

@Global()
@Module({
  controllers: [ApprovalsController, RolesController, StaffProposalsController],
  providers: [Approvals, ChangeRoles, StaffApprovals],
  exports: [Approvals, ChangeRoles, StaffApprovals],
})
export class ApprovalsModule {}
