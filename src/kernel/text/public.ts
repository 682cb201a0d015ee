export { CleanText } from './clean-text.js';
export { fold } from './fold.js';
export { Given } from './given.js';

export { skeletonOf, soundsOf, wordsOf } from './name-skeleton.js';
