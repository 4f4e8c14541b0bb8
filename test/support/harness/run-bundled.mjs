// Runs an entry of the bundled service, or `--compile`: loads it and keeps the code that V8 has compiled, which is a third of
// the processor time of a start. V8 refuses what it kept of another bundle or for another version, and compiles it again.
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire, Module } from 'node:module';
import path from 'node:path';
import { Script } from 'node:vm';

const BUNDLE = path.resolve(import.meta.dirname, '../../../test-results/service.cjs');
const COMPILED = `${BUNDLE}.compiled`;

const [name] = process.argv.splice(2, 1);
const isCompiling = name === '--compile';
const script = new Script(Module.wrap(readFileSync(BUNDLE, 'utf8')), {
  filename: BUNDLE,
  ...(!isCompiling && { cachedData: readFileSync(COMPILED) }),
});
const bundle = { exports: {} };
script.runInThisContext()(bundle.exports, createRequire(BUNDLE), bundle, BUNDLE, path.dirname(BUNDLE));
const { entries, loadService } = bundle.exports;

if (isCompiling) {
  await loadService();
  // Renamed as a whole: a process that is still starting must not read half of it.
  writeFileSync(`${COMPILED}.draft`, script.createCachedData());
  renameSync(`${COMPILED}.draft`, COMPILED);
} else {
  const running = await entries[name]();
  await running?.ended;
}
