export { AsKnownInput, momentAsked } from './as-known.input.js';
export { PageInput, pageOf, type Order, type PageOf } from './paging.js';
export { problemBody, type ProblemBody } from './problem-body.js';
export { faultsOf, inputPipe } from './validation.js';
export { boundsFrom, WhenInput } from './when.input.js';
