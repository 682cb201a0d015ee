export { flushFolder, replaceForGood, writeForGood } from './write-for-good.js';
