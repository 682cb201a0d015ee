export { findContradictions, type Finding, type Statement } from './contradictions.js';
