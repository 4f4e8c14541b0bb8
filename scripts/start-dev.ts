// `npm run start:dev`: like `npm start`, from the sources. A change under src/ restarts the service alone; PostgreSQL and
// the sandbox keep running. Types are not checked here: see `npm run check:types`.
import 'reflect-metadata';
import { parseEnvironment } from '../src/config/index.js';
import { stopOnSignal } from '../src/stop-on-signal.js';
import { RestartingService } from './dev/restarting-service.js';
import { watchSources } from './dev/watch-sources.js';
import { announce } from './launch/announce.js';
import { startDependencies, type Stop } from './launch/dependencies.js';
import { explain } from './launch/explain.js';
import { stopAll } from './launch/launch.js';
import { dataDir, loadEnvironment } from './launch/load-environment.js';

const STOPS_WITHIN_MS = 10_000;

const stops: Stop[] = [];
// A signal during the start must also stop what has started by then.
stopOnSignal(() => stopAll(stops), STOPS_WITHIN_MS);
try {
  const dependencies = await startDependencies(loadEnvironment(), stops);
  const config = parseEnvironment(dependencies.variables);
  const service = new RestartingService(dependencies.variables, config.http.port);
  stops.push(() => service.stop());
  // Before the first start, so that no change during it is missed.
  watchSources('src', (file) => void service.restart(file));
  await service.restart();
  announce('The TikTok connector restarts on every change under src/. Ctrl-C stops it.', {
    ...dependencies,
    config,
  });
} catch (error) {
  console.error(explain(error, dataDir(process.env)));
  await stopAll(stops);
  process.exit(1);
}
