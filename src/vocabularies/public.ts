export { IsCode } from './is-code.decorator.js';
export { codedValue, isCode, labelOf, listNames, vocabulary, type CodedValue, type Vocabulary } from './vocabulary.js';
