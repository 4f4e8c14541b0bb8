import { isUrl } from '../is-url.js';
import { z } from 'zod';
import { flag, folder, serverAddress, wholeNumber, type Env } from '../setting-kinds.js';

const postgres = serverAddress(/^postgres(ql)?$/, 'postgres://user:password@host:5432/database');
const redis = serverAddress(/^rediss?$/, 'redis://:password@host:6379/0').refine(
  (url) => /^\/?\d*$/.test(new URL(url).pathname),
  'must end with the number of a database',
);

/** Settings of the data folder, PostgreSQL and Redis. */
export const dataSettings = {
  DATA_DIR: folder
    .default('.data')
    .describe(
      'Folder of the token journal, staged uploads, and in development the embedded Postgres and secrets',
    ),
  DATABASE_URL: postgres
    .optional()
    .describe('PostgreSQL. Unset: embedded Postgres (npm start only). (production)'),
  DATABASE_OWNER_URL: postgres
    .optional()
    .describe('Login that owns the tables, used only for migrations. Unset: DATABASE_URL'),
  DATABASE_SYSTEM_URL: postgres
    .optional()
    .describe(
      'Login for work across organisations. It should differ from DATABASE_URL: docs/operating.md explains how to ' +
        'create both. Unset: DATABASE_OWNER_URL, or else DATABASE_URL',
    ),
  DATABASE_POOL_SIZE: wholeNumber(2, 200)
    .default(10)
    .describe("Connections of this process: half for tenants' work, half for work across organisations"),
  DATABASE_ALLOW_NEWER_SCHEMA: flag
    .default(false)
    .describe('true: start on a database that a newer version has migrated, for example after a downgrade'),
  REDIS_URL: redis
    .optional()
    .describe(
      'Bull queue, and rate limits shared by all processes. Unset: jobs run in this process, which also counts the ' +
        'rate limits',
    ),
  REDIS_PREFIX: z
    .string()
    .regex(/^[\w.-]{1,64}$/, 'must be 1 to 64 letters, digits, dots, dashes or underscores')
    .optional()
    .describe(
      'Prefix of job keys, which separates installations that share one Redis. Unset: the identity of the PostgreSQL ' +
        "cluster and database; set it only if one database is a physical copy of the other's",
    ),
};

/** @param pgAppName PGAPPNAME, which names connections of older versions */
export function toDatabaseSettings(env: Env<typeof dataSettings>, pgAppName: string | undefined) {
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
