export { askSecret } from './ask.js';
export { exitCodes, LaunchRefused } from './launch-refused.js';
export { masterAtHand, openMaster } from './master-at-hand.js';
export { makeKeyFile } from './master-key.js';
export { openInstance, type OpenInstance, type OpenOptions } from './open-instance.js';
export { firstLink, serve, serveInstance, type Serving } from './serve.js';
export { examine, type Finding } from './examine.js';
export { restoreInstance, type Restored } from './restore-instance.js';
