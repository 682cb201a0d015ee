export { ExposureModule } from './exposure.module.js';
export { SearchedText, type Finding, type KnownPerson } from './find-known.js';
export { KnownPeople } from './known-people.js';
export { ReachKnown } from './reach-known.js';
export { wordsOfFile } from './words-of-file.js';
