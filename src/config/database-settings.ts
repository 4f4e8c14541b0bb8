import { isUrl } from './is-url.js';
import type { Environment } from './environment.schema.js';

/** @param pgAppName PGAPPNAME, which names connections of older versions */
export function toDatabaseSettings(env: Environment, pgAppName: string | undefined) {
  const url = env.DATABASE_URL ?? '';
  const ownerUrl = env.DATABASE_OWNER_URL ?? url;
  return {
    /** Login for tenants' work. */
    url,
    /** Login that owns the tables. */
    ownerUrl,
    // The owner's login is available anyway, and tenants' work cannot switch to it.
    /** Login for work across organisations. */
    systemUrl: env.DATABASE_SYSTEM_URL ?? ownerUrl,
    /** Connections of this process, for tenants' work and system work together. */
    poolSize: env.DATABASE_POOL_SIZE,
    /** True to start on a database that a newer version has migrated. */
    allowNewerSchema: env.DATABASE_ALLOW_NEWER_SCHEMA,
    /** Connection names that versions before the two roles used with these settings, apart from empty ones. */
    formerNames: [nameIn(url), pgAppName ?? ''].filter((name) => name !== ''),
  };
}

function nameIn(url: string): string {
  return isUrl(url) ? (new URL(url).searchParams.get('application_name') ?? '') : '';
}
