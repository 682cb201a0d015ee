export { AddToCase } from './add-to-case.js';
export { CaseMembers, type AskedHandOver } from './case-members.js';
export { Case, CaseDetention, CaseHandOver, CaseIndividual, type CasePrivate } from './case.entity.js';
export { OpenCaseInput, ReviseCaseInput } from './case.input.js';
export { caseKind } from './case.kind.js';
export type { CaseRowView, CaseView } from './case.view.js';
export { CasesModule } from './cases.module.js';
export { CaseListInput, FindCases } from './find-cases.js';
export { OpenCase } from './open-case.js';
