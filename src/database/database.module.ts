import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AppConfig } from '../config/index.js';
import { serviceDataSource } from './data-source-options.js';
import { OrgContext } from './org-context.js';
import { SystemContext } from './system-context.js';

@Global()
@Module({
  imports: [
    TypeOrmModule.forRootAsync({
      inject: [AppConfig],
      useFactory: ({ database }: AppConfig) => ({
        ...serviceDataSource(database.url, database.poolSize),
        autoLoadEntities: true,
        retryAttempts: 0,
      }),
    }),
  ],
  providers: [OrgContext, SystemContext],
  exports: [OrgContext, SystemContext],
})
export class DatabaseModule {}
