import { IsBoolean, IsIn } from 'class-validator';
import { CleanText } from '../kernel/text/public.js';

export class AnswerInput {
  @IsBoolean()
  approved!: boolean;
}

/** Why something is asked for; whoever answers reads it. */
export class ReasonInput {
  @CleanText(500)
  reason!: string;
}

export class StaffProposalInput extends ReasonInput {
  /** `access.reset`: a new link and no factors. `role.administrator`: may make accounts. */
  @IsIn(['access.reset', 'role.administrator'])
  what!: 'access.reset' | 'role.administrator';
}
