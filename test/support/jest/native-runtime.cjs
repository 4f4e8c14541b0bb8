// A Jest runtime that leaves modules to Node's own loader, so that a worker loads the service once and not once per spec file.
// See docs/adr/0012-specs-on-nodes-own-module-loader.md.
const { readFileSync } = require('node:fs');
const { register } = require('node:module');
const path = require('node:path');
const { fileURLToPath, pathToFileURL } = require('node:url');

const TYPESCRIPT = pathToFileURL(path.resolve(__dirname, '../../../scripts/typescript')).href;
const HERE = pathToFileURL(__dirname).href;

register(`${TYPESCRIPT}/hooks.mjs`);
register(`${HERE}/globals-hook.mjs`);

/** Source maps by the URLs of stack frames, looked for only when a stack is printed. */
class SourceMaps extends Map {
  get(url) {
    if (!/^file:.*\.ts(\?|$)/.test(url)) return undefined;
    const filename = fileURLToPath(url);
    return `${this.compiledFileOf(filename, readFileSync(filename, 'utf8'))}.map`;
  }
}

const sourceMaps = new SourceMaps();
let runs = 0;
// Where jest-circus looks for the limit of a spec file's tests.
const TEST_TIMEOUT = Symbol.for('TEST_TIMEOUT_SYMBOL');

module.exports = class NativeRuntime {
  constructor(_config, environment) {
    this.environment = environment;
    delete globalThis[TEST_TIMEOUT];
  }

  /** jest-circus keeps the tests of a spec file in its module's state: each file gets a new module. */
  requireInternalModule(file) {
    delete require.cache[file];
    delete globalThis[Symbol.for('EVENT_HANDLERS')];
    for (const key of Object.getOwnPropertySymbols(globalThis))
      if (key.description === 'JEST_STATE_SYMBOL') delete globalThis[key];
    return require(file);
  }

  requireModule(file) {
    return require(file);
  }

  setGlobalsForRuntime(globals) {
    this.globals = globals;
  }

  unstable_shouldLoadAsEsm() {
    return true;
  }

  async unstable_importModule(file) {
    const { compiledFileOf } = await import(`${TYPESCRIPT}/compiled-file.mjs`);
    sourceMaps.compiledFileOf = compiledFileOf;
    const { setGlobals } = await import(`${HERE}/jest-globals.mjs`);
    setGlobals({ ...this.globals, jest: jestObject(this.environment) });
    runs += 1;
    await import(`${pathToFileURL(file).href}?run=${runs}`);
  }

  getSourceMaps() {
    return sourceMaps;
  }

  getAllCoverageInfoCopy() {
    return undefined;
  }

  enterTestCode() {}

  leaveTestCode() {}

  teardown() {}
};

/** The part of `jest` that needs no module registry. */
function jestObject({ moduleMocker, fakeTimersModern }) {
  const jest = {
    fn: moduleMocker.fn.bind(moduleMocker),
    spyOn: moduleMocker.spyOn.bind(moduleMocker),
    setTimeout: (milliseconds) => ((globalThis[TEST_TIMEOUT] = milliseconds), jest),
  };
  for (const name of ['clearAllMocks', 'resetAllMocks', 'restoreAllMocks'])
    jest[name] = () => (moduleMocker[name](), jest);
  for (const name of ['useFakeTimers', 'useRealTimers'])
    jest[name] = (options) => (fakeTimersModern[name](options), jest);
  for (const name of [
    'setSystemTime',
    'advanceTimersByTime',
    'advanceTimersByTimeAsync',
    'runAllTimersAsync',
  ])
    jest[name] = (...args) => fakeTimersModern[name](...args);
  return jest;
}
