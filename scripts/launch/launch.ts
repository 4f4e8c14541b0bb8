import type { Clock } from '../../src/common/index.js';
import { parseEnvironment, type AppConfig } from '../../src/config/index.js';
import { serve } from '../../src/serve.js';
import { startDependencies, type Stop } from './dependencies.js';
import type { Variables } from './load-environment.js';

/** What runs, and how to stop it. */
export interface Launched {
  config: AppConfig;
  sandboxUrl: string | undefined;
  embeddedPostgresPort: number | undefined;
  /** Stops what was started, the last first. */
  stop(): Promise<void>;
}

/** Starts what the environment does not name (PostgreSQL, a TikTok) and the service on top. */
export async function launch(given: Variables, clock?: Clock): Promise<Launched> {
  const stops: Stop[] = [];
  const stop = () => stopAll(stops);
  try {
    const { variables, sandboxUrl, embeddedPostgresPort } = await startDependencies(given, stops);
    const config = parseEnvironment(variables);
    const app = await serve(config, true, undefined, clock);
    stops.push(() => app.close());
    return { config, sandboxUrl, embeddedPostgresPort, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Stops the last first. */
export async function stopAll(stops: Stop[]): Promise<void> {
  for (const stop of stops.splice(0).toReversed()) await stop();
}
