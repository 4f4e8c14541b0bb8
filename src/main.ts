import 'reflect-metadata';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { parseEnvironment, readEnvironment } from './config/index.js';
import { explainStart } from './explain-start.js';
import { serve } from './serve.js';
import { stopOnSignal } from './stop-on-signal.js';

// The production entry: everything it needs comes from the environment. `npm start` is scripts/start.ts.
let app: NestFastifyApplication | undefined;
try {
  const config = parseEnvironment(readEnvironment());
  // Before there is one nothing has begun that would have to end.
  stopOnSignal(async () => await app?.close(), config.http.graceMs);
  await serve(config, undefined, (made) => (app = made));
} catch (error) {
  process.stderr.write(`${explainStart(error)}\n`);
  // Not merely the code: what a failed start has opened must not keep the process.
  process.exit(1);
}
