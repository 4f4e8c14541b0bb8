// Jest's runner, for specs on Node's own module loader. A watched spec file runs in a new process each time, as modules that
// a process has loaded stay as they were.
import { createRequire } from 'node:module';

const { default: TestRunner } = createRequire(import.meta.url)('jest-runner');

export default class NativeRunner extends TestRunner {
  runTests(tests, watcher, options) {
    // Jest's base class keeps it there.
    // oxlint-disable-next-line eslint/no-underscore-dangle
    const { watch, watchAll } = this._globalConfig;
    return super.runTests(tests, watcher, watch || watchAll ? { ...options, serial: false } : options);
  }
}
