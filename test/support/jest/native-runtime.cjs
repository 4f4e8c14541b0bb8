// A Jest runtime that leaves modules to Node's own loader, so that a worker loads the service once and not once per spec file.
// See docs/adr/0020-specs-on-nodes-own-module-loader.md.
const { register } = require('node:module');
const path = require('node:path');
const { pathToFileURL } = require('node:url');

const here = (name) => pathToFileURL(path.join(__dirname, name)).href;

register(here('typescript-hooks.mjs'));
let runs = 0;
let sourceMaps;

module.exports = class NativeRuntime {
  constructor(_config, environment) {
    this.environment = environment;
  }

  /** jest-circus keeps the tests of a spec file in its module's state: each file gets the module anew. */
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
    const { setGlobals } = await import(here('jest-globals.mjs'));
    setGlobals({ ...this.globals, jest: jestObject(this.environment) });
    const { SourceMaps } = await import(here('compiled-sources.mjs'));
    sourceMaps ??= new SourceMaps();
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
    restoreAllMocks: () => void moduleMocker.restoreAllMocks(),
    useFakeTimers: (options) => void fakeTimersModern.useFakeTimers(options),
    useRealTimers: () => void fakeTimersModern.useRealTimers(),
    setSystemTime: (now) => fakeTimersModern.setSystemTime(now),
    advanceTimersByTime: (ms) => fakeTimersModern.advanceTimersByTime(ms),
    advanceTimersByTimeAsync: (ms) => fakeTimersModern.advanceTimersByTimeAsync(ms),
  };
  return jest;
}
