export class ApprovalView {
  id!: string;
  kind!: string;
  subject!: string;
  facts!: Record<string, string>;
  reason!: string;
  needed!: number;
  proposedAt!: string;
  proposedBy!: string;
  expiresAt!: string;
  state!: string;
}

export class ApprovalsView {
  waiting!: ApprovalView[];
  own!: ApprovalView[];
}

export class AnsweredView {
  /** Only for who agreed, in this one answer: such as a link to hand over. */
  secret!: string | null;
}

export class ProposedView {
  /** null: there is nobody else to ask yet, and it is done. */
  id!: string | null;
}

export class RoleView {
  role!: string;
  permissions!: string[];
  /** Field classes. */
  reads!: string[];
  writes!: string[];
  editable!: boolean;
  asShipped!: boolean;
}
