// Loads the product and its packages once per worker instead of once per spec file: loading them takes longer than most stories.
// Spec files and test/ are loaded anew each time, as Jest does by itself.
/* eslint-disable @typescript-eslint/no-require-imports -- Jest loads it with require() */
const { join, sep } = require('node:path');
const { pathToFileURL } = require('node:url');
const { default: Runtime } = require('jest-runtime');

const home = join(__dirname, '../..');
const ofTests = [join(home, 'test') + sep, pathToFileURL(join(home, 'test')).href + '/', '@jest/globals'];

/** Modules by path (CommonJS) and by address (ESM). */
const kept = { moduleRegistry: new Map(), esModuleRegistry: new Map() };
const sourceMaps = new Map();

module.exports = class KeptRuntime extends Runtime {
  constructor(...all) {
    super(...all);
    for (const [name, modules] of Object.entries(kept)) {
      if (!(this.registries?.[name] instanceof Map)) throw new Error(`jest-runtime no longer has its ${name}; see scripts/test/kept-runtime.cjs.`);
      this.registries[name] = modules;
    }
    this.transformCache.sourceMaps = sourceMaps;
  }

  /** A module that is kept may load another one later, during any file: its first file never ends. */
  teardown() {
    this.restoreAllMocks();
    for (const modules of Object.values(kept)) for (const name of modules.keys()) if (isOfTests(name)) modules.delete(name);
  }

  enterTestCode() {}

  leaveTestCode() {}
};

function isOfTests(name) {
  return ofTests.some((start) => name.startsWith(start)) || /\.spec\.tsx?$/.test(name);
}
