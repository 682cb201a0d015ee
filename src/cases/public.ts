export { Case, CaseDetention, CaseHandOver, CaseIndividual, type CasePrivate } from './case.entity.js';
export { caseKind } from './case.kind.js';
