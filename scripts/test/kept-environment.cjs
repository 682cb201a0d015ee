// One world for all the spec files of a worker: what kept-runtime.cjs keeps can only live on in the world it was loaded into.
/* eslint-disable @typescript-eslint/no-require-imports -- stands beside kept-runtime.cjs, which Jest loads with require() */
const { TestEnvironment } = require('jest-environment-node');

class KeptEnvironment extends TestEnvironment {
  /** It ends with the worker; between two files only what Jest itself hung up there goes. */
  async teardown() {
    this.fakeTimersModern.useRealTimers();
    delete this.global[Symbol.for('EVENT_HANDLERS')];
  }
}

let kept;

/** Jest says `new` for each file and gets the same one. */
module.exports = function environment(...asked) {
  kept ??= new KeptEnvironment(...asked);
  return kept;
};
