import 'reflect-metadata';
import { existsSync } from 'node:fs';
import { ConfigError, parseEnvironment } from './config/index.js';
import { serve } from './serve.js';

// The production entry: everything it needs comes from the environment. `npm start` is scripts/start.ts.
try {
  if (existsSync('.env')) process.loadEnvFile('.env');
  const app = await serve(parseEnvironment(process.env));
  app.enableShutdownHooks(['SIGINT', 'SIGTERM']);
} catch (error) {
  process.stderr.write(`${error instanceof ConfigError ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
