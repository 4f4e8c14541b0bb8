import type { DataSourceOptions, Logger } from 'typeorm';
import { applicationName } from './application-name.js';
import { takeOwnParameters } from './connection-url.js';
import { CONNECTOR_ROLE, SYSTEM_ROLE } from './connector-role.js';
import { migrations } from './migrations/index.js';

const CONNECT_TIMEOUT_MS = 5_000;

const nothing = (): void => undefined;
const SILENT: Logger = {
  logQuery: nothing,
  logQueryError: nothing,
  logQuerySlow: nothing,
  logSchemaBuild: nothing,
  logMigration: nothing,
  log: nothing,
};

/** Of tenants' work: works as the connector role, whatever login the URL names. @param purpose of the process */
export function serviceDataSource(url: string, poolSize: number, purpose = 'service'): DataSourceOptions {
  const { extra, ...options } = connection(url, `${purpose} tenants`, CONNECTOR_ROLE);
  // Statements that do not wait for each other travel together: see OrgReader.
  return { ...options, poolSize, extra: { ...extra, pipeline: true } };
}

/** Of named work across organisations, alike. */
export function systemDataSource(url: string, poolSize: number, purpose = 'service'): DataSourceOptions {
  return { ...connection(url, `${purpose} system`, SYSTEM_ROLE), poolSize };
}

/** Of the owner: runs migrations and nothing else. */
export function ownerDataSource(url: string): DataSourceOptions {
  return {
    ...connection(url, 'migrate'),
    poolSize: 2,
    migrations,
    migrationsTableName: 'schema_migrations',
    migrationsTransactionMode: 'each',
    // What fails is thrown, and told once by the caller.
    logger: SILENT,
  };
}

function connection(given: string, purpose: string, role?: string) {
  const { url, options = '' } = takeOwnParameters(given);
  return {
    type: 'postgres' as const,
    url,
    synchronize: false as const,
    applicationName: applicationName(purpose),
    extra: {
      // The last one counts, so the role is ours whatever the URL says.
      options: role === undefined ? options : `${options} -c role=${role}`.trim(),
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    },
  };
}
