export { CleanText } from './clean-text.js';
export { fold } from './fold.js';
export { guarded, unguarded } from './formula-guard.js';
export { Given } from './given.js';
export { skeletonOf, soundsOf, wordsOf } from './name-skeleton.js';
