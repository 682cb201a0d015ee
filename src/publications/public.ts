export type { PublishedCell } from './published-cell.js';
export { GivenAway, suppress, type Suppression } from './suppression.js';
