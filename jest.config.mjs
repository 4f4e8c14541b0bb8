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
  // The workspaces' own sources instead of what was last built of them.
  testEnvironmentOptions: { customExportConditions: ['tiktok-connector-source', 'node', 'node-addons'] },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/packages/[^/]+/dist/'],
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
      ...common,
      displayName: 'integration',
      testMatch: ['<rootDir>/test/integration/**/*.spec.ts'],
      globalSetup: '<rootDir>/test/support/global-setup.ts',
      globalTeardown: '<rootDir>/test/support/global-teardown.ts',
    },
    {
      ...common,
      displayName: 'e2e',
      testMatch: ['<rootDir>/test/e2e/**/*.spec.ts', '<rootDir>/test/faults/**/*.spec.ts'],
      globalSetup: '<rootDir>/test/support/global-setup.ts',
      globalTeardown: '<rootDir>/test/support/global-teardown.ts',
    },
    { ...common, displayName: 'conformance', testMatch: ['<rootDir>/test/conformance/**/*.spec.ts'] },
  ],
};
