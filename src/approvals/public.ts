export { type ApprovalKind } from './approval-kind.js';
export { Approval, ApprovalVote } from './approval.entity.js';
export { type ApprovalView, type RoleView } from './approval.view.js';
export { ReasonInput } from './approval.input.js';
export { Approvals, type Proposal } from './approvals.js';
export { ApprovalsModule } from './approvals.module.js';
export { ChangeRoles } from './change-roles.js';
export { RoleRightsInput } from './role.input.js';
export { StaffApprovals } from './staff-approvals.js';
