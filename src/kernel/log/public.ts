export { QuietLogger } from './quiet-logger.js';
