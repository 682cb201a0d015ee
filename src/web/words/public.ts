export { languages, wordsFor, type WordParams, type Words } from './words.js';
