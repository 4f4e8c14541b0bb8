import 'reflect-metadata';
import { ConfigError, parseEnvironment, readEnvironment } from './config/index.js';
import { StartRefusedError } from './database/index.js';
import { serve } from './serve.js';
import { stopOnSignal } from './stop-on-signal.js';

// The production entry: everything it needs comes from the environment. `npm start` is scripts/start.ts.
try {
  const config = parseEnvironment(readEnvironment());
  const app = await serve(config);
  stopOnSignal(() => app.close(), config.http.graceMs);
} catch (error) {
  const isForOperators = error instanceof ConfigError || error instanceof StartRefusedError;
  process.stderr.write(`${isForOperators ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
