export { Problem, type FieldFault, type ProblemDetail } from './problem.js';
