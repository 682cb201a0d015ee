export { assets } from './assets.js';
export { bodies } from './bodies.js';
export { guardHeaders } from './headers.js';
export { languageOf } from './language.js';
export { ProblemFilter } from './problem.filter.js';
export { SameSiteGuard } from './same-site.guard.js';
export { StaleAnswer, type BothVersions } from './stale-answer.js';
export { readQuery } from './read-query.js';
