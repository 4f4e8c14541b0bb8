import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { DataSourceOptions } from 'typeorm';
import { AppConfig } from '../config/index.js';
import { PrivilegeRevocation } from './access/privilege-revocation.js';
import { serviceDataSource } from './data-source-options.js';
import { DatabaseFacts } from './database-facts.js';
import { openDataSource } from './open-data-source.js';
import { OrgContext } from './org-context.js';
import { OrgLists } from './org-lists.js';
import { OrgReader } from './org-reader.js';
import { OrgWriter } from './org-writer.js';
import { poolShares } from './pool-shares.js';
import { SystemContext } from './system-context.js';
import { SystemConnections, systemDataSourceProvider } from './system-data-source.js';

@Global()
@Module({
  imports: [
    TypeOrmModule.forRootAsync({
      inject: [AppConfig],
      useFactory: ({ database, role }: AppConfig) => ({
        ...serviceDataSource(database.url, poolShares(database.poolSize).tenants, role),
        autoLoadEntities: true,
        retryAttempts: 0,
      }),
      dataSourceFactory: (options) => openDataSource(options as DataSourceOptions, 'DATABASE_URL'),
    }),
  ],
  providers: [
    DatabaseFacts,
    PrivilegeRevocation,
    OrgContext,
    OrgLists,
    OrgReader,
    OrgWriter,
    SystemContext,
    SystemConnections,
    systemDataSourceProvider,
  ],
  exports: [DatabaseFacts, PrivilegeRevocation, OrgContext, OrgLists, OrgReader, OrgWriter, SystemContext],
})
export class DatabaseModule {}
