import type { Environment } from './environment.schema.js';

/** How this process reaches PostgreSQL. */
export interface DatabaseSettings {
  /** Login of tenants' work. */
  url: string;
  /** Login of work across organisations. */
  systemUrl: string;
  /** Login that owns the tables. */
  ownerUrl: string;
  /** Connections of this process, for tenants' work and system work together. */
  poolSize: number;
  /** Whether to start on a database that a newer version has migrated. */
  allowNewerSchema: boolean;
  /** What versions before the two roles called their connections under these settings, besides nothing at all. */
  formerNames: string[];
}

/** @param pgAppName PGAPPNAME, which names connections of older versions */
export function toDatabaseSettings(env: Environment, pgAppName: string | undefined): DatabaseSettings {
  const url = env.DATABASE_URL ?? '';
  const ownerUrl = env.DATABASE_OWNER_URL ?? url;
  return {
    url,
    ownerUrl,
    // The owner's login is here already, and tenants' work cannot become it.
    systemUrl: env.DATABASE_SYSTEM_URL ?? ownerUrl,
    poolSize: env.DATABASE_POOL_SIZE,
    allowNewerSchema: env.DATABASE_ALLOW_NEWER_SCHEMA,
    formerNames: [nameIn(url), pgAppName ?? ''].filter((name) => name !== ''),
  };
}

function nameIn(url: string): string {
  return URL.canParse(url) ? (new URL(url).searchParams.get('application_name') ?? '') : '';
}
