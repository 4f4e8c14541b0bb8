import { availableParallelism } from 'node:os';

// One tier per project; `npm test -- unit` runs one of them. Specs of a unit sit beside its file.

// Specs run on Node's own module loader, so that a worker loads the service once: docs/adr/0012.
const common = {
  // Outlives the folder for temporary files, which each run has for itself.
  cacheDirectory: '<rootDir>/node_modules/.cache/jest',
  injectGlobals: false,
  runner: '<rootDir>/test/support/jest/native-runner.mjs',
  runtime: '<rootDir>/test/support/jest/native-runtime.cjs',
  testEnvironment: '<rootDir>/test/support/jest/native-environment.mjs',
  transform: {},
  // `--watch` finds the specs of a changed file by the imports that lead there.
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/packages/[^/]+/dist/'],
};
const withServices = {
  ...common,
  globalSetup: '<rootDir>/test/support/jest/global-setup.mjs',
  globalTeardown: '<rootDir>/test/support/jest/global-teardown.mjs',
};

export default {
  testTimeout: 30_000,
  // Most specs wait more than they compute. All of them share one PostgreSQL, which more would not make faster.
  maxWorkers: Math.min(availableParallelism() + 2, 4),
  testSequencer: '<rootDir>/test/support/jest/longest-first.mjs',
  projects: [
    { ...common, displayName: 'unit', testMatch: ['<rootDir>/{src,packages,scripts}/**/*.spec.ts'] },
    { ...withServices, displayName: 'integration', testMatch: ['<rootDir>/test/integration/**/*.spec.ts'] },
    { ...withServices, displayName: 'e2e', testMatch: ['<rootDir>/test/{e2e,faults}/**/*.spec.ts'] },
    { ...common, displayName: 'conformance', testMatch: ['<rootDir>/test/conformance/**/*.spec.ts'] },
  ],
};
