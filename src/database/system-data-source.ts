import { Inject, Injectable, type OnApplicationShutdown, type Provider } from '@nestjs/common';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { AppConfig } from '../config/index.js';
import { systemDataSource } from './data-source-options.js';
import { openDataSource } from './open-data-source.js';
import { poolShares } from './pool-shares.js';

/** The injection token for connections of named work across organisations. Tenants' connections are injected as `DataSource`. */
export const SYSTEM_DATA_SOURCE = Symbol('DataSource of system work');

/** Has the same entities as tenants' work, under another role. */
export const systemDataSourceProvider: Provider = {
  provide: SYSTEM_DATA_SOURCE,
  inject: [DataSource, AppConfig],
  useFactory: ({ options: { entities } }: DataSource, { database, role }: AppConfig) => {
    const options = systemDataSource(database.systemUrl, poolShares(database.poolSize).system, role);
    return openDataSource({ ...options, entities } as DataSourceOptions, 'DATABASE_SYSTEM_URL');
  },
};

/** Closes the connections of system work at shutdown. */
@Injectable()
export class SystemConnections implements OnApplicationShutdown {
  constructor(@Inject(SYSTEM_DATA_SOURCE) private readonly dataSource: DataSource) {}

  async onApplicationShutdown(): Promise<void> {
    if (this.dataSource.isInitialized) await this.dataSource.destroy();
  }
}
