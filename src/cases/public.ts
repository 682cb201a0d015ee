export { AddToCase } from './add-to-case.js';
export { Case, CaseDetention, CaseHandOver, CaseIndividual, type CasePrivate } from './case.entity.js';
export {
  AddToCaseInput,
  AnswerHandOverInput,
  AskHandOverInput,
  CaseListInput,
  CaseMemberInput,
  OpenCaseInput,
  ReviseCaseInput,
} from './case.input.js';
export { caseKind } from './case.kind.js';
export type { CaseMemberView, CaseRowView, CaseView, HandOverState, HandOverView, OfferedCaseView } from './case.view.js';
export { CaseJoining, type Joining } from './case-joining.js';
export { CasesModule } from './cases.module.js';
export { CaseMembers, leadOnly, notAssignable } from './case-members.js';
export { FindCases, type CaseContents } from './find-cases.js';
export { HandOverCase } from './hand-over-case.js';
export { lockCase } from './lock-case.js';
export { OpenCase } from './open-case.js';
export { ReviseCase } from './revise-case.js';
