const transform = {
  '^.+\\.tsx?$': [
    '@swc/jest',
    {
      jsc: {
        target: 'es2022',
        parser: { syntax: 'typescript', tsx: true, decorators: true },
        transform: {
          legacyDecorator: true,
          decoratorMetadata: true,
          react: { runtime: 'automatic', importSource: 'preact' },
        },
        keepClassNames: true,
      },
      module: { type: 'es6' },
    },
  ],
};

/** Node's own ESM in Jest: NODE_OPTIONS=--experimental-vm-modules is set by scripts/test.mjs. */
export default {
  testEnvironment: '<rootDir>/scripts/test/kept-environment.cjs',
  runtime: '<rootDir>/scripts/test/kept-runtime.cjs',
  testSequencer: '<rootDir>/scripts/test/longest-first.mjs',
  // Beside the unpacked browser, and not in the folder for temporary files, which may lie in memory.
  cacheDirectory: '<rootDir>/node_modules/.cache/jest',
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform,
  testMatch: ['<rootDir>/src/**/*.spec.ts', '<rootDir>/src/**/*.spec.tsx', '<rootDir>/test/**/*.spec.ts', '<rootDir>/test/**/*.spec.tsx'],
  testTimeout: 300_000,
};
