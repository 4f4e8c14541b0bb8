import { setTimeout as sleep } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createPino, type Clock } from './common/index.js';
import type { AppConfig } from './config/index.js';
import { migrate } from './database/index.js';
import { createApp } from './create-app.js';
import { KeyCustody } from './integrations/index.js';
import { assertPortFree, listen } from './listening.js';
import { assertDataFolder, Background } from './runtime/index.js';
import { logStart } from './start-facts.js';

// What has not closed by then ends with the process.
const CLOSES_WITHIN_MS = 5_000;

/**
 * Migrates, listens, and only then begins to work. A start that fails leaves nothing open.
 * @param readableLog true to log readable lines instead of JSON; the default on a terminal
 * @param onApp gets it before it listens, so that a signal from then on lets its requests and jobs end
 * @param clock another clock than the system's, for sample data of several days
 * @returns the running service; `close()` drains and stops it
 * @throws StartRefusedError, ConfigError, or an error of the database
 */
export async function serve(
  config: AppConfig,
  readableLog = process.stdout.isTTY,
  onApp: (app: NestFastifyApplication) => void = () => undefined,
  clock?: Clock,
): Promise<NestFastifyApplication> {
  await assertDataFolder(config);
  await assertPortFree(config.http);
  const { ownerUrl, allowNewerSchema: allowNewer, formerNames } = config.database;
  const tell = (line: string) =>
    createPino(config.http.logLevel, readableLog).warn({ context: 'Database' }, line);
  const migrations = await migrate(ownerUrl, { allowNewer, formerNames, report: tell });
  const app = await createApp(config, readableLog, clock);
  onApp(app);
  for (const notice of config.notices) new Logger('Configuration').warn(notice);
  await goLive(app, config);
  logStart(app, config, migrations);
  return app;
}

/** Checks the keys, binds the port and begins the work of this process, or closes everything and throws. */
export async function goLive(app: NestFastifyApplication, { http }: Pick<AppConfig, 'http'>): Promise<void> {
  try {
    await app.get(KeyCustody).prepare();
    await listen(app, http);
    await app.get(Background).begin();
  } catch (error) {
    const closed = app.close().catch(() => undefined);
    await Promise.race([closed, sleep(CLOSES_WITHIN_MS, undefined, { ref: false })]);
    throw error;
  }
}
