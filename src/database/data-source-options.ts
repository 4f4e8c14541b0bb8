import type { DataSourceOptions, Logger } from 'typeorm';
import { applicationName } from './application-name.js';
import { extractConnectionParameters } from './connection-url.js';
import { CONNECTOR_ROLE, SYSTEM_ROLE } from './connector-role.js';
import { migrations } from './migrations/index.js';

const CONNECT_TIMEOUT_MS = 5_000;

// Sends the statements of a transaction in one round trip: see RoundTrip.
const PIPELINED = { pipeline: true };

const nothing = (): void => undefined;
const SILENT: Logger = {
  logQuery: nothing,
  logQueryError: nothing,
  logQuerySlow: nothing,
  logSchemaBuild: nothing,
  logMigration: nothing,
  log: nothing,
};

/** Options for tenants' work: it runs as the connector role, regardless of the login. @param purpose of the process */
export function serviceDataSource(url: string, poolSize: number, purpose = 'service'): DataSourceOptions {
  const { extra, ...options } = connection(url, `${purpose} tenants`, CONNECTOR_ROLE);
  return { ...options, poolSize, extra: { ...extra, ...PIPELINED } };
}

/** Options for named work across organisations, which runs as the system role. */
export function systemDataSource(url: string, poolSize: number, purpose = 'service'): DataSourceOptions {
  const { extra, ...options } = connection(url, `${purpose} system`, SYSTEM_ROLE);
  return { ...options, poolSize, extra: { ...extra, ...PIPELINED } };
}

/** Options for the owner, who only runs migrations. */
export function ownerDataSource(url: string): DataSourceOptions {
  return {
    ...connection(url, 'migrate'),
    poolSize: 2,
    migrations,
    migrationsTableName: 'schema_migrations',
    migrationsTransactionMode: 'each',
    // Failures are thrown, and the caller reports them once.
    logger: SILENT,
  };
}

function connection(given: string, purpose: string, role?: string) {
  const { url, options = '' } = extractConnectionParameters(given);
  return {
    type: 'postgres' as const,
    url,
    synchronize: false as const,
    applicationName: applicationName(purpose),
    extra: {
      // The last option wins, so the URL cannot change the role.
      options: role === undefined ? options : `${options} -c role=${role}`.trim(),
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    },
  };
}
