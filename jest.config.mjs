import { availableParallelism } from 'node:os';

// One tier per project; `npm test -- unit` runs one of them. Specs of a unit sit beside its file.

// ES modules that CommonJS packages require: Node 20.19 can do that, Jest on Node 20 must compile them first.
const REQUIRED_ESM = '(content-disposition|jose)/';

const common = {
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: { '^.+\\.ts$': '@swc/jest', [`/node_modules/${REQUIRED_ESM}.+\\.js$`]: '@swc/jest' },
  transformIgnorePatterns: [`/node_modules/(?!${REQUIRED_ESM})`],
  testEnvironment: 'node',
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
};

/** Specs on Node's own module loader: a worker loads the service once. See docs/adr/0020. */
const native = {
  ...common,
  injectGlobals: false,
  runner: '<rootDir>/test/support/jest/native-runner.mjs',
  runtime: '<rootDir>/test/support/jest/native-runtime.cjs',
  testEnvironment: '<rootDir>/test/support/jest/native-environment.mjs',
};

export default {
  testTimeout: 30_000,
  // Most specs wait more than they compute. All of them share one PostgreSQL, which more would not make faster.
  maxWorkers: Math.min(availableParallelism() + 1, 4),
  // Modules of every spec stay in memory, and a process full of them spends its time on collecting garbage: it is replaced.
  workerIdleMemoryLimit: '1GB',
  projects: [
    { ...common, displayName: 'unit', testMatch: ['<rootDir>/{src,packages,scripts}/**/*.spec.ts'] },
    {
      ...native,
      displayName: 'integration',
      testMatch: ['<rootDir>/test/integration/**/*.spec.ts'],
      globalSetup: '<rootDir>/test/support/jest/global-setup.ts',
      globalTeardown: '<rootDir>/test/support/jest/global-teardown.ts',
    },
    {
      ...native,
      displayName: 'e2e',
      testMatch: ['<rootDir>/test/e2e/**/*.spec.ts', '<rootDir>/test/faults/**/*.spec.ts'],
      globalSetup: '<rootDir>/test/support/jest/global-setup.ts',
      globalTeardown: '<rootDir>/test/support/jest/global-teardown.ts',
    },
    { ...native, displayName: 'conformance', testMatch: ['<rootDir>/test/conformance/**/*.spec.ts'] },
  ],
};
