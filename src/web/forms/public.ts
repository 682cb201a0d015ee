export { correctedText, faultsShown, linesOf, readForm, textOf, textsOf, type FormBody } from './read-form.js';
