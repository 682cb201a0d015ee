import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, By } from '../access/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { StaffProposalInput } from './approval.input.js';
import { ProposedView } from './approval.view.js';
import { StaffApprovals } from './staff-approvals.js';

@ApiTags('staff')
@Controller('api/v1/staff/:id/proposals')
export class StaffProposalsController {
  constructor(private readonly proposals: StaffApprovals) {}

  /** What one administrator alone does not do to an account. */
  @Post()
  @Access('staff.manage', { confirm: true })
  async propose(@By() actor: Actor, @Param('id') id: string, @Body() input: StaffProposalInput): Promise<ProposedView> {
    const { what, reason } = input;
    return { id: what === 'access.reset' ? await this.proposals.askToReset(actor, id, reason) : await this.proposals.makeAdministrator(actor, id, reason) };
  }
}
