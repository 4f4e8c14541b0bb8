import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Clock } from '../../src/common/index.js';
import { developmentSecrets, tidySettings, type Variables } from '../../src/config/index.js';
import { stopOnSignal } from '../../src/stop-on-signal.js';
import { explain } from '../launch/explain.js';
import { isFree } from '../launch/free-port.js';
import { launch, type Launched } from '../launch/launch.js';

/** A connector with its own database and sandbox, which leaves nothing behind. */
export interface OwnService {
  url: string;
  variables: Variables;
  stop(): Promise<void>;
}

/**
 * Nothing of the caller's own settings but the port and Redis: neither a database nor a bucket nor a TikTok app of theirs
 * is for a demo.
 * @param more settings of the caller's own, and a clock
 * @throws Error in one sentence
 */
export async function startOwn(
  given: Variables,
  { variables: more = {}, clock }: { variables?: Variables; clock?: Clock } = {},
): Promise<OwnService> {
  const { PORT, REDIS_URL } = tidySettings(given);
  const dataDir = await mkdtemp(path.join(tmpdir(), 'tiktok-connector-demo-'));
  const variables: Variables = {
    ...developmentSecrets(dataDir),
    DATA_DIR: dataDir,
    LOG_LEVEL: 'error',
    PORT: PORT !== undefined && (await isUsable(PORT)) ? PORT : '0',
    SANDBOX_PORT: '0',
    REDIS_URL,
    ...more,
  };
  const remove = () => rm(dataDir, { recursive: true, force: true });
  let launched: Launched;
  try {
    launched = await launch(variables, clock);
  } catch (error) {
    await remove();
    throw new Error(explain(error, dataDir), { cause: error });
  }
  const { config } = launched;
  let stopping: Promise<void> | undefined;
  const stop = () => (stopping ??= launched.stop().then(remove));
  stopOnSignal(stop, config.http.graceMs);
  return { url: config.http.publicUrl, variables, stop };
}

async function isUsable(port: string): Promise<boolean> {
  return /^\d{1,5}$/.test(port) && Number(port) < 65_536 && (await isFree(Number(port), '127.0.0.1'));
}
