export { CleanText } from './clean-text.js';
export { fold } from './fold.js';
