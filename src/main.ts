import 'reflect-metadata';
import { existsSync } from 'node:fs';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { parseEnvironment } from './config/index.js';
import { explainStart } from './explain-start.js';
import { serve } from './serve.js';
import { stopOnSignal } from './stop-on-signal.js';

// The production entry: everything it needs comes from the environment. `npm start` is scripts/start.ts.
let app: NestFastifyApplication | undefined;
try {
  if (existsSync('.env')) process.loadEnvFile('.env');
  const config = parseEnvironment(process.env);
  // A process that is still starting has nothing to finish.
  stopOnSignal(async () => await app?.close(), config.http.graceMs);
  app = await serve(config);
} catch (error) {
  process.stderr.write(`${explainStart(error)}\n`);
  // Not merely the code: what a failed start has opened must not keep the process.
  process.exit(1);
}
