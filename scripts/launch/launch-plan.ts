import { parseEnvironment, tidySettings, type AppConfig, type Variables } from '../../src/config/index.js';
import { sandboxSettings } from './sandbox-settings.js';

/** What a launch has to bring up, and the settings as they are going to be apart from that. */
export interface LaunchPlan {
  config: AppConfig;
  bringsPostgres: boolean;
  bringsSandbox: boolean;
}

// Stand in for what is not up yet, so that all settings can be looked at before anything starts.
const POSTGRES = { DATABASE_URL: 'postgres://127.0.0.1/planned' };
const SANDBOX_URL = 'http://127.0.0.1:1';

/** @throws ConfigError with every complaint about the settings */
export function planOf(variables: Variables): LaunchPlan {
  const given = tidySettings(variables);
  const bringsPostgres = !given.DATABASE_URL && !given.DATABASE_OWNER_URL;
  // Of half a pair the other half is missing; production has an app of its own.
  const namesApp = given.TIKTOK_CLIENT_KEY !== undefined || given.TIKTOK_CLIENT_SECRET !== undefined;
  const bringsSandbox = !namesApp && given.NODE_ENV !== 'production';
  const config = parseEnvironment({
    ...variables,
    ...(bringsPostgres && POSTGRES),
    ...(bringsSandbox && sandboxSettings(SANDBOX_URL, variables)),
  });
  return { config, bringsPostgres, bringsSandbox };
}
