import type { DataSourceOptions } from 'typeorm';
import { CONNECTOR_ROLE } from './connector-role.js';
import { migrations } from './migrations/index.js';

const CONNECT_TIMEOUT_MS = 5_000;

/** Of the service: works as the connector role, whatever login the URL names. */
export function serviceDataSource(url: string, poolSize: number): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    poolSize,
    // As ProcessRegister knows the connections of processes that announce themselves.
    applicationName: 'tiktok-connector',
    synchronize: false,
    extra: { options: `-c role=${CONNECTOR_ROLE}`, connectionTimeoutMillis: CONNECT_TIMEOUT_MS },
  };
}

/** Of the owner: runs migrations and nothing else. */
export function ownerDataSource(url: string): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    poolSize: 2,
    synchronize: false,
    migrations,
    migrationsTableName: 'schema_migrations',
    migrationsTransactionMode: 'each',
    extra: { connectionTimeoutMillis: CONNECT_TIMEOUT_MS },
  };
}
