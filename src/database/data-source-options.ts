import type { DataSourceOptions, Logger } from 'typeorm';
import { applicationName } from './application-name.js';
import { extractConnectionParameters } from './connection-url.js';
import { CONNECTOR_ROLE, SYSTEM_ROLE } from './connector-role.js';
import { migrations } from './migrations/index.js';

const CONNECT_TIMEOUT_MS = 5_000;

// Finds connections whose other side has disappeared, also those that the network has forgotten. PostgreSQL's own default
// is two hours, for which their locks would stay.
const KEEP_ALIVE = { keepAlive: true, keepAliveInitialDelayMillis: 30_000 };
const SERVER_KEEP_ALIVE = '-c tcp_keepalives_idle=30 -c tcp_keepalives_interval=10 -c tcp_keepalives_count=3';

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

/**
 * What the reserved connection has instead: TikTok waits for it, so it is replaced within seconds if it goes silent. In a
 * round trip no transaction waits for its next statement, so one that does has lost it.
 */
export const RESERVED = {
  connectionTimeoutMillis: 3_000,
  idle_in_transaction_session_timeout: 3_000,
};
export const RESERVED_LIMIT_MS = 3_000;

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
      options: role === undefined ? options : `${SERVER_KEEP_ALIVE} ${options} -c role=${role}`,
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
      ...KEEP_ALIVE,
    },
  };
}
