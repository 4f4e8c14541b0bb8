// `npm start`: the service with everything it needs, on a machine that has only Node.
import 'reflect-metadata';
import { stopOnSignal } from '../src/stop-on-signal.js';
import { announce } from './launch/announce.js';
import { explain } from './launch/explain.js';
import { launch } from './launch/launch.js';
import { planOf } from './launch/launch-plan.js';
import { dataDir, loadEnvironment } from './launch/load-environment.js';

try {
  const variables = loadEnvironment();
  const { graceMs } = planOf(variables).config.http;
  const launching = launch(variables);
  // Also handles a signal during the start: what was launched would outlive this process otherwise.
  stopOnSignal(() => launching.then(({ stop }) => stop(), nothing), graceMs);
  announce('The TikTok connector is ready. Ctrl-C stops it.', await launching);
} catch (error) {
  console.error(explain(error, dataDir(process.env)));
  process.exit(1);
}

/** A start that failed has already closed what it opened. */
function nothing(): void {}
