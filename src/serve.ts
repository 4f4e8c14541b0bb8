import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createPino } from './common/index.js';
import type { AppConfig } from './config/index.js';
import { migrate } from './database/index.js';
import { createApp } from './create-app.js';

/** Migrates, then listens. @returns the running service; `close()` drains and stops it. */
export async function serve(config: AppConfig): Promise<NestFastifyApplication> {
  const { ownerUrl, allowNewerSchema: allowNewer, formerNames } = config.database;
  const tell = (line: string) =>
    createPino(config.http.logLevel, process.stdout.isTTY).warn({ context: 'Database' }, line);
  await migrate(ownerUrl, { allowNewer, formerNames, tell });
  const app = await createApp(config);
  await app.listen(config.http.port, config.http.host);
  return app;
}
