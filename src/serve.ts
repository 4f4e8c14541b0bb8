import { Logger } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createPino } from './common/index.js';
import type { AppConfig } from './config/index.js';
import { migrate } from './database/index.js';
import { createApp } from './create-app.js';

/**
 * Migrates, then listens.
 * @param readableLog whether lines for people are written instead of JSON; by default on a terminal
 * @returns the running service; `close()` drains and stops it.
 */
export async function serve(
  config: AppConfig,
  readableLog = process.stdout.isTTY,
): Promise<NestFastifyApplication> {
  const { ownerUrl, allowNewerSchema: allowNewer, formerNames } = config.database;
  const tell = (line: string) =>
    createPino(config.http.logLevel, readableLog).warn({ context: 'Database' }, line);
  await migrate(ownerUrl, { allowNewer, formerNames, tell });
  const app = await createApp(config, readableLog);
  for (const notice of config.notices) new Logger('Configuration').warn(notice);
  await app.listen(config.http.port, config.http.host);
  return app;
}
